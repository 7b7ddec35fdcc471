package org.candour.drills;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.candour.development.ApiClient.Answer;
import org.candour.drills.Journal.Noted;
import org.candour.drills.Journal.Opened;

/** Opens cases and adds notes to them. */
final class DrilledAdvocate implements Runnable {
    private static final int MAX_NOTES = 12; // so that cases stay as small as cases are

    private final String id;
    private final Caller caller;
    private final Random random;
    private final Journal journal;

    DrilledAdvocate(String id, Caller caller, Random random, Journal journal) {
        this.id = id;
        this.caller = caller;
        this.random = random;
        this.journal = journal;
    }

    @Override
    public void run() {
        int cases = journal.grantedCases.size();
        if (cases == 0) {
            caller.call(candour -> candour.get("/api/cases?size=20")).ifPresent(answer -> caller.is(answer, 200));
            return;
        }
        var caseId = journal.grantedCases.get(random.nextInt(cases));
        open(caseId)
                .filter(seen -> seen.json().path("notes").size() < MAX_NOTES)
                .ifPresent(seen -> note(caseId, seen.etag()));
    }

    /** The case, unless it cannot be had now; 404 is what a case gives whose file is not open yet. */
    Optional<Answer> open(String caseId) {
        var answer = caller.call(candour -> candour.get("/api/cases/" + caseId));
        return answer.filter(opened -> caller.is(opened, 200, 404)).map(opened -> {
            journal.readings.add(new Opened(caseId, id, Instant.now()));
            return opened;
        });
    }

    private void note(String caseId, String etag) {
        var words = KillDrill.CANARY + " note " + HexFormat.of().toHexDigits(random.nextLong());
        journal.notes.put(words, new Noted(caseId, false));
        Optional<Answer> answer = Optional.empty();
        for (int tries = 0; answer.isEmpty() && tries < 100; tries++) { // the same version: so it is never added twice
            answer = caller.call(candour ->
                    candour.post("/api/cases/" + caseId + "/notes", Map.of("text", words), MainJob.ifMatch(etag)));
        }
        if (answer.isPresent() && caller.is(answer.get(), 204, 412)) {
            journal.notes.put(words, new Noted(caseId, true));
        }
    }
}
