package org.candour.drills;

import java.time.Instant;
import java.util.Random;
import org.candour.drills.Journal.Opened;
import org.candour.drills.Journal.Proof;

/** Collects checkpoints and proofs; an investigator beside them tries to open cases that are not theirs to open. */
final class DrilledAuditor implements Runnable {
    private final Caller caller;
    private final Caller investigator;
    private final Random random;
    private final Journal journal;

    DrilledAuditor(Caller caller, Caller investigator, Random random, Journal journal) {
        this.caller = caller;
        this.investigator = investigator;
        this.random = random;
        this.journal = journal;
    }

    @Override
    public void run() {
        switch (random.nextInt(3)) {
            case 0 -> checkpoint();
            case 1 -> proof();
            default -> tryToOpen();
        }
    }

    private void checkpoint() {
        caller.call(candour -> candour.get("/api/ledger/checkpoint"))
                .filter(answer -> caller.is(answer, 200))
                .ifPresent(answer -> {
                    journal.checkpoints.add(answer.text());
                    var size = Long.parseLong(answer.text().split("\n", -1)[1]);
                    journal.largestSize.accumulateAndGet(size, Math::max);
                });
    }

    private void proof() {
        long size = journal.largestSize.get();
        if (size > 0) {
            var path = "/api/ledger/entries/" + random.nextInt((int) size);
            var entry = caller.call(candour -> candour.get(path)).filter(answer -> caller.is(answer, 200));
            var proof = caller.call(candour -> candour.get(path + "/proof")).filter(answer -> caller.is(answer, 200));
            if (entry.isPresent() && proof.isPresent()) {
                var index = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
                journal.proofs.add(
                        new Proof(index, entry.get().text(), proof.get().text()));
            }
        }
    }

    private void tryToOpen() {
        int cases = journal.grantedCases.size();
        if (cases > 0) {
            var caseId = journal.grantedCases.get(random.nextInt(cases));
            investigator
                    .call(candour -> candour.get("/api/cases/" + caseId))
                    .filter(answer -> investigator.is(answer, 404))
                    .ifPresent(answer -> journal.refusals.add(new Opened(caseId, "", Instant.now())));
        }
    }
}
