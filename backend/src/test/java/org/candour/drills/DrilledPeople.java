package org.candour.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.candour.development.ApiClient;

/** The clients of the drill, each a thread. */
final class DrilledPeople {
    private static final int VICTIMS = 3;
    private static final int ADVOCATES = 2;
    private static final long BREATH_NANOS =
            TimeUnit.MILLISECONDS.toNanos(10); // the point is the killing, not the load
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final Random seeds;
    private final Journal journal;
    private final List<DrilledVictim> victims = new ArrayList<>();
    private final List<DrilledAdvocate> advocates = new ArrayList<>();
    private final List<Runnable> everybody = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isOver;

    DrilledPeople(Cluster cluster, long seed, Journal journal) {
        this.cluster = cluster;
        this.seeds = new Random(seed);
        this.journal = journal;
    }

    /** Gives everybody a token, and the advocates their pseudonyms. */
    void signOn() {
        for (int i = 0; i < VICTIMS; i++) {
            victims.add(new DrilledVictim(i, caller("victim", ""), random(), journal));
        }
        var ids = new HashMap<String, Caller>();
        for (int i = 0; i < ADVOCATES; i++) {
            var token = cluster.realm.token("advocate", "north-isva-service");
            var id = ApiClient.at(cluster.addresses.get(0))
                    .as(token)
                    .post("/api/sign-on")
                    .expect(200)
                    .json()
                    .path("id")
                    .stringValue();
            ids.put(id, new Caller(cluster, token, random(), journal));
            advocates.add(new DrilledAdvocate(id, new Caller(cluster, token, random(), journal), random(), journal));
        }
        everybody.addAll(victims);
        everybody.addAll(advocates);
        everybody.add(new DrilledDesk(caller("commissioner", "victims-commissioner"), ids, journal));
        everybody.add(new DrilledAuditor(
                caller("auditor", "audit-office"), caller("investigator", "iopc"), random(), journal));
    }

    private Caller caller(String role, String organisation) {
        return new Caller(cluster, cluster.realm.token(role, organisation), random(), journal);
    }

    private Random random() {
        return new Random(seeds.nextLong());
    }

    void start() {
        isOver = false;
        for (var person : everybody) {
            var thread = new Thread(() -> live(person), person.getClass().getSimpleName());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void live(Runnable person) {
        while (!isOver) {
            try {
                person.run();
            } catch (RuntimeException | AssertionError e) {
                journal.fault(person.getClass().getSimpleName() + " was not understood: " + e);
                return;
            }
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }

    void stop() throws InterruptedException {
        isOver = true;
        for (var thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** Sends again every report of which nobody knows what became of it, until it is known. */
    void settle() {
        journal.reports.forEach((key, sent) -> {
            if (sent.receipt().isEmpty()) {
                until(() -> victims.get(sent.victim()).hand(key));
            }
        });
    }

    /** Opens every case in which notes were written; how often each note is there. */
    Map<String, Integer> notes() {
        var found = new HashMap<String, Integer>();
        journal.grantedCases.forEach(caseId -> until(() -> advocates.get(0).open(caseId))
                .json()
                .path("notes")
                .forEach(note -> found.merge(note.path("text").stringValue(), 1, Integer::sum)));
        return found;
    }

    /** How many reports each victim is told to have, over all pages. */
    long listed() {
        return victims.stream().mapToLong(DrilledVictim::listed).sum();
    }

    private static <T> T until(Supplier<Optional<T>> call) {
        return Awaitility.await()
                .atMost(SETTLING)
                .until(call::get, Optional::isPresent)
                .orElseThrow();
    }
}
