package org.candour.drills;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.candour.development.ApiClient;
import org.candour.development.RealServices;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Kills running Candours, two on one database, and one store, with SIGKILL while clients hand in, read and write, and then
 * looks whether everything that was acknowledged is there, once, and on the record, with code that is none of Candour's.
 *
 * <p>{@code ./mvnw -Pdrill -Dkills=200 -Dseed=1}. The seed fixes every choice; when each falls is up to the machine. The
 * embedded store is killed too; a server that {@code CANDOUR_TEST_MONGODB_URI} names is left alone.
 */
public final class KillDrill {
    /** Stands in every text that a person writes, and nowhere else. */
    static final String CANARY = "Zqkilldrillcanary";

    private static final int ROUND = 50;
    private static final int ARCHIVE_PAYS_FROM = 20;

    private final long seed;
    private final PrintStream out;
    private final Journal journal = new Journal();
    private final Killer.Kills kills = new Killer.Kills();
    private final Cluster cluster;
    private final DrilledPeople people;
    private final long began = System.nanoTime();

    private KillDrill(Path folder, long seed, PrintStream out) throws IOException {
        this.seed = seed;
        this.out = out;
        var server = Optional.ofNullable(System.getenv("CANDOUR_TEST_MONGODB_URI"));
        cluster = new Cluster(folder, server.map(uri -> RealServices.freshDatabase()));
        people = new DrilledPeople(cluster, seed, journal);
    }

    /** Takes how many kills, the seed, and the folder to work in; ends with 1 if a promise was broken. */
    public static void main(String[] arguments) throws Exception {
        LoggingSystem.get(KillDrill.class.getClassLoader()).beforeInitialize(); // else the drivers tell what they do
        var faults =
                run(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]), System.out);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** The promises that were broken. */
    static List<String> run(int wanted, long seed, Path parent, PrintStream out) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(parent), "kill-drill-")
                .toAbsolutePath();
        var drill = new KillDrill(folder, seed, out);
        try (drill.cluster) {
            drill.play(wanted);
        }
        return drill.journal.faults();
    }

    private void play(int wanted) throws Exception {
        tell("Seed " + seed + ", " + wanted + " kills. Files lie in " + cluster.folder);
        if (cluster.store.isEmpty()) {
            tell("The store is a server of its own and is not killed.");
        }
        cluster.start(wanted >= ARCHIVE_PAYS_FROM);
        tell("Two Candours are up.");
        people.signOn();
        while (kills.all() < wanted && journal.faults().isEmpty()) {
            round(Math.min(ROUND, wanted - kills.all()));
            check();
        }
        tell(
                journal.faults().isEmpty()
                        ? "Every promise was kept. Seed " + seed
                        : "PROMISES WERE BROKEN. Seed " + seed);
    }

    private void round(int count) throws InterruptedException {
        kills.left.set(count);
        people.start();
        var killers = new ArrayList<Thread>();
        for (int i = 0; i < cluster.candours.size(); i++) {
            var random = new Random(seed * 1_000 + kills.all() * 10L + i);
            killers.add(new Thread(new Killer(cluster, i, journal, random, kills), "killer-" + i));
        }
        killers.forEach(Thread::start);
        while (killers.stream().anyMatch(Thread::isAlive)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
            tell(kills.all() + " kills (" + kills.duringStart + " during a start, " + kills.ofStore + " of the store); "
                    + journal.reports.size() + " reports, " + journal.answered + " answers");
        }
        cluster.awaitReady();
        people.stop();
    }

    private void check() throws IOException {
        people.settle();
        var receipts = journal.reports.values().stream()
                .flatMap(sent -> sent.receipt().stream())
                .toList();
        requireNotes();
        if (people.listed() != receipts.size()) {
            journal.fault("The victims' lists hold not as many reports as were acknowledged");
        }
        try (var stored = cluster.stored()) {
            stored.awaitEmptyOutboxes();
            var orphans = checkStore(stored, receipts);
            var checkpoints = checkLedger(stored, receipts);
            tell("Looked through: " + receipts.size() + " reports, " + journal.notes.size() + " notes, "
                    + journal.readings.size() + " readings, " + journal.refusals.size() + " refusals, "
                    + stored.count("ledger") + " ledger entries, " + checkpoints + " checkpoints, "
                    + journal.proofs.size() + " proofs; " + journal.broken + " connections broke, "
                    + journal.unavailable + " calls were refused as unavailable");
            tell("Cut-off submissions left %d key documents and %d access records: %.2f and %.2f a kill"
                    .formatted(
                            orphans.keys(),
                            orphans.accessRecords(),
                            orphans.keys() / (double) kills.all(),
                            orphans.accessRecords() / (double) kills.all()));
        }
        journal.faults().forEach(fault -> tell("BROKEN: " + fault));
    }

    private void requireNotes() {
        var found = people.notes();
        journal.notes.forEach((words, noted) -> {
            int times = found.getOrDefault(words, 0);
            if (times > 1 || (noted.isAcknowledged() && times == 0)) {
                journal.fault("A note of case " + noted.caseId() + " is there " + times + " times");
            }
        });
    }

    private StoreAftermath.Orphans checkStore(Stored stored, List<Journal.Receipt> receipts) throws IOException {
        var aftermath = new StoreAftermath(stored, journal::fault);
        aftermath.requireNoWords(cluster.folder);
        return aftermath.requireReports(receipts);
    }

    private int checkLedger(Stored stored, List<Journal.Receipt> receipts) throws IOException {
        var key = ApiClient.at(cluster.addresses.get(0))
                .get("/api/ledger/verifier-key")
                .expect(200)
                .text();
        var aftermath = new LedgerAftermath(stored, journal::fault);
        aftermath.requireSubmissions(receipts);
        aftermath.requireRecorded(journal.readings, "OPEN_CASE", "ADMITTED");
        aftermath.requireRecorded(journal.refusals, "OPEN_CASE", "REFUSED");
        aftermath.requireProofs(journal.proofs, key);
        return aftermath.requireCheckpoints(journal.checkpoints, stored, cluster.folder.resolve("checkpoints"), key);
    }

    private void tell(String what) {
        out.printf("[%5d s] %s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds(), what);
    }
}
