package org.candour.drills;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;

/** Somebody with a token, who turns to either Candour. */
final class Caller {
    /** Before anybody asks again: there may be nobody for seconds. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<ApiClient> candours;
    private final Random random;
    private final Journal journal;

    Caller(Cluster cluster, String token, Random random, Journal journal) {
        this.candours = cluster.addresses.stream()
                .map(address -> ApiClient.at(address).as(token))
                .toList();
        this.random = random;
        this.journal = journal;
    }

    /** The answer, unless the connection broke or a part was down: then nobody knows what was done. */
    Optional<Answer> call(Function<ApiClient, Answer> request) {
        try {
            int candour = random.nextInt(candours.size());
            var answer = request.apply(candours.get(candour));
            journal.answeredBy.incrementAndGet(candour);
            if (answer.status() == 503) {
                journal.unavailable.incrementAndGet();
                LockSupport.parkNanos(PATIENCE_NANOS);
                return Optional.empty();
            }
            journal.answered.incrementAndGet();
            return Optional.of(answer);
        } catch (UncheckedIOException cut) {
            journal.broken.incrementAndGet();
            LockSupport.parkNanos(PATIENCE_NANOS);
            return Optional.empty();
        }
    }

    /** Whether the answer has one of the statuses that can be; any other is a fault of Candour. */
    boolean is(Answer answer, int expected, int... others) {
        if (answer.status() == expected) {
            return true;
        }
        for (var other : others) {
            if (answer.status() == other) {
                return false;
            }
        }
        journal.fault("Expected " + expected + ", got " + answer);
        return false;
    }
}
