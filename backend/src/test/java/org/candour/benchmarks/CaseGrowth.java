package org.candour.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.candour.access.ActorId;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.development.ApiClient;
import org.candour.drills.StandInRealm;
import org.candour.intake.ReportSubmitted;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How the time to list and to open cases grows with the number of all cases: the 95th of a hundred times, with 100,000 cases
 * against 1,000, asked in turn in one run.
 *
 * <p>The advocate's own cases, and who they are, are the same in both; all others are only entered in the register and opened,
 * without a report, since neither a list nor another case reads one.
 */
final class CaseGrowth {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int OWN = 60;
    private static final int WRITERS = 64;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 10;
    private static final int ASKED = 50;
    private static final double LIMIT = 1.3;

    private final Path folder;

    CaseGrowth(Path folder) {
        this.folder = folder.resolve("growth");
    }

    List<Row> measure() throws Exception {
        try (var store = StoreProcess.start(folder);
                var realm = StandInRealm.start();
                var few = new Office("few", store, realm);
                var many = new Office("many", store, realm)) {
            few.fill(FEW);
            many.fill(MANY);
            var rows = new ArrayList<Row>();
            few.questions().forEach((what, ofFew) -> {
                var ofMany = Objects.requireNonNull(many.questions().get(what));
                time(ofFew, WARM_UP);
                time(ofMany, WARM_UP);
                var timesOfFew = new ArrayList<Long>();
                var timesOfMany = new ArrayList<Long>();
                for (int round = 0; round < ROUNDS; round++) {
                    timesOfFew.addAll(time(ofFew, ASKED));
                    timesOfMany.addAll(time(ofMany, ASKED));
                }
                rows.add(row(what, p95(timesOfFew), p95(timesOfMany)));
            });
            return rows;
        }
    }

    private static Row row(String what, double few, double many) {
        var figures = String.format(Locale.ROOT, "p95 %.1f ms to %.1f ms", few, many);
        return Row.atMost(what + ", 100,000 cases against 1,000", figures, many / few, LIMIT, " times");
    }

    private static List<Long> time(Runnable question, int times) {
        var taken = new ArrayList<Long>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            question.run();
            taken.add(System.nanoTime() - began);
        }
        return taken;
    }

    private static double p95(List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length * 95 / 100] / 1e6;
    }

    /** One Candour, and people who work with it. */
    private final class Office implements AutoCloseable {
        private final String name;
        private final ConfigurableApplicationContext candour;
        private final ApiClient victim;
        private final ApiClient advocate;
        private final ApiClient commissioner;
        private final List<String> own = new ArrayList<>();

        Office(String name, StoreProcess store, StandInRealm realm) throws IOException {
            this.name = name;
            candour = MeasuredCandour.start(folder.resolve(name), store, realm, unchanged -> {});
            var address = MeasuredCandour.address(candour);
            victim = ApiClient.at(address).as(realm.token("victim", ""));
            advocate = ApiClient.at(address).as(realm.token("advocate", "north-isva-service"));
            commissioner = ApiClient.at(address).as(realm.token("commissioner", "victims-commissioner"));
        }

        /** Enters cases, the advocate's own among them at even distances. */
        void fill(int size) throws Exception {
            var advocateId =
                    advocate.post("/api/sign-on").expect(200).json().path("id").stringValue();
            for (int part = 0; part < OWN; part++) {
                enter(size / OWN);
                own.add(granted(advocateId));
                System.out.printf("  %s: %,d of %,d cases%n", name, (part + 1) * (size / OWN + 1), size);
            }
        }

        private void enter(int count) throws Exception {
            var threads = Executors.newFixedThreadPool(WRITERS);
            try {
                var register = candour.getBean(CaseRegister.class);
                var marks = register.marks(List.of("Westmarch Constabulary"), List.of(), List.of("Daniel Marsh"));
                Callable<Void> one = () -> {
                    var id = CaseId.next();
                    register.enter(id, new ActorId(UUID.randomUUID().toString().replace("-", "")), marks);
                    candour.publishEvent(new ReportSubmitted(id, "BENCH-" + id.value(), Instant.now()));
                    return null;
                };
                for (var written : threads.invokeAll(Collections.nCopies(count, one))) {
                    written.get();
                }
            } finally {
                threads.shutdown();
            }
        }

        private String granted(String advocateId) {
            var caseId = victim.post(
                            "/api/reports",
                            SubmissionCost.REPORT,
                            Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                    .expect(201)
                    .json()
                    .path("caseId")
                    .stringValue();
            Awaitility.await().until(() -> isOpen(caseId));
            var until = Instant.now().plus(90, ChronoUnit.DAYS).toString();
            var assignments = "/api/cases/" + caseId + "/assignments";
            var assignment =
                    Map.of("kind", "ASSIGNMENT", "advocate", advocateId, "until", until, "reason", "NO_ADVOCATE_YET");
            var asked = commissioner.post(assignments, assignment).expect(201);
            advocate.post(assignments + "/" + asked.json().path("id").stringValue() + "/acceptance")
                    .expect(200);
            return caseId;
        }

        private boolean isOpen(String caseId) {
            return victim.get("/api/cases/" + caseId + "/progress").status() == 200;
        }

        /** What they ask, and how it is called. */
        Map<String, Runnable> questions() {
            var questions = new LinkedHashMap<String, Runnable>();
            questions.put(
                    "an advocate's list",
                    () -> advocate.get("/api/cases?size=50").expect(200));
            questions.put(
                    "a commissioner's list",
                    () -> commissioner.get("/api/assignments?size=50").expect(200));
            questions.put("opening a case", new Runnable() {
                private int next;

                @Override
                public void run() {
                    advocate.get("/api/cases/" + own.get(next++ % own.size())).expect(200);
                }
            });
            return questions;
        }

        @Override
        public void close() {
            candour.close();
        }
    }
}
