package org.candour.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.ledger.Ledger;
import org.candour.ledger.Recorded;

/** Has every caller make a right call of an endpoint, and notes what came of it. */
final class Attempts {
    private final Callers callers;
    private final Calls calls;
    private final Ledger ledger;

    Attempts(int port, Ledger ledger) {
        this.callers = new Callers(port);
        this.calls = new Calls(new TestCases(callers));
        this.ledger = ledger;
    }

    /**
     * Those who should be refused come first, all to the same case: if one of them changed it, whoever may would not get in
     * afterwards. A call that changes something is prepared anew for the next caller.
     */
    List<Attempt> at(String endpoint, Map<Caller, Integer> expected) {
        var attempts = new ArrayList<Attempt>();
        Optional<Call> call = calls.fresh(endpoint);
        for (var caller : refusedFirst(expected)) {
            if (call.isEmpty()) {
                return List.of();
            }
            var attempt = attempt(endpoint, call.get(), caller);
            attempts.add(attempt);
            if (attempt.isLetIn() && !call.get().onlyReads()) {
                call = calls.fresh(endpoint);
            }
        }
        return attempts;
    }

    private static List<Caller> refusedFirst(Map<Caller, Integer> expected) {
        return Arrays.stream(Caller.values())
                .sorted(Comparator.comparing(caller -> -expected.getOrDefault(caller, 0)))
                .toList();
    }

    private Attempt attempt(String endpoint, Call call, Caller caller) {
        var who = callers.as(caller);
        var before = size();
        var answer = call.by(who);
        var recorded = since(before);
        var isRefusedOne = answer.status() >= 300 && call.id() != null;
        var ofAnother = isRefusedOne
                ? Optional.of(call.aboutAnother(UUID.randomUUID().toString()).by(who))
                : Optional.<org.candour.development.ApiClient.Answer>empty();
        return new Attempt(endpoint, caller, answer, ofAnother, recorded);
    }

    private long size() {
        return Long.parseLong(ledger.checkpoint().lines().skip(1).findFirst().orElseThrow());
    }

    private List<Recorded> since(long size) {
        return ledger.entries(size, 100).stream()
                .filter(recorded -> recorded.entry().change().isEmpty())
                // what the service does of itself once it has let somebody in
                .filter(recorded -> !recorded.entry().act().equals(Act.SIGN_CHRONOLOGY.name()))
                .toList();
    }
}
