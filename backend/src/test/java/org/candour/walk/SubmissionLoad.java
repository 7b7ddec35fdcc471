package org.candour.walk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.candour.development.ApiClient;
import org.candour.development.Demonstration;
import org.candour.development.OidcLogin;

/**
 * How many submissions a second a running Candour takes, each client a victim of its own who sends the next report when the
 * last is answered. Afterwards each victim's list is counted: an acknowledged report that is not there is lost.
 */
public final class SubmissionLoad {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final RunningCandour running;

    private SubmissionLoad(RunningCandour running) {
        this.running = running;
    }

    /** {@code ./mvnw -Pload}. */
    public static void main(String[] arguments) throws Exception {
        var load = new SubmissionLoad(RunningCandour.ofEnvironment());
        load.run(1, WARM_UP);
        load.run(16, WARM_UP);
        for (var clients : List.of(1, 16)) {
            System.out.println(load.run(clients, MEASURED));
        }
    }

    private Result run(int clients, Duration time) throws InterruptedException, ExecutionException {
        var victims = new ArrayList<ApiClient>();
        for (var i = 0; i < clients; i++) {
            victims.add(ApiClient.at(running.address())
                    .as(new OidcLogin(running.issuer()).register("load-" + UUID.randomUUID(), Demonstration.PASSWORD)));
        }
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var end = System.nanoTime() + time.toNanos();
            var outcomes = new ArrayList<Outcome>();
            for (var future : pool.invokeAll(victims.stream()
                    .<Callable<Outcome>>map(victim -> () -> submitUntil(end, victim))
                    .toList())) {
                outcomes.add(future.get());
            }
            return Result.of(clients, outcomes, time);
        } finally {
            pool.shutdown();
        }
    }

    private static Outcome submitUntil(long end, ApiClient victim) {
        var latencies = new ArrayList<Long>();
        var refused = 0;
        while (System.nanoTime() < end) {
            var began = System.nanoTime();
            var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
            if (victim.post("/api/reports", Story.REPORT, key).status() == 201) {
                latencies.add(System.nanoTime() - began);
            } else {
                refused++;
            }
        }
        return new Outcome(latencies, refused, latencies.size() - stored(victim));
    }

    private static int stored(ApiClient victim) {
        var count = 0;
        var path = "/api/reports?size=200";
        while (!path.isEmpty()) {
            var page = victim.get(path).expect(200).json();
            count += page.path("items").size();
            var before = page.path("before").asString("");
            path = before.isEmpty() ? "" : "/api/reports?size=200&before=" + before;
        }
        return count;
    }

    /** What one client saw. */
    private record Outcome(List<Long> latencies, int refused, int lost) {}

    /** What all clients saw. */
    private record Result(
            int clients, double perSecond, double medianMillis, double p99Millis, int answered, int refused, int lost) {
        static Result of(int clients, List<Outcome> outcomes, Duration time) {
            var latencies = outcomes.stream()
                    .flatMap(outcome -> outcome.latencies().stream())
                    .sorted()
                    .toList();
            return new Result(
                    clients,
                    latencies.size() * 1e9 / time.toNanos(),
                    at(latencies, 0.5),
                    at(latencies, 0.99),
                    latencies.size(),
                    outcomes.stream().mapToInt(Outcome::refused).sum(),
                    outcomes.stream().mapToInt(Outcome::lost).sum());
        }

        private static double at(List<Long> sorted, double share) {
            return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
        }

        @Override
        public String toString() {
            return "%2d clients: %.1f submissions a second, median %.1f ms, p99 %.1f ms; %d answered, %d refused, %d lost"
                    .formatted(clients, perSecond, medianMillis, p99Millis, answered, refused, lost);
        }
    }
}
