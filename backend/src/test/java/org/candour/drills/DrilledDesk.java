package org.candour.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** The commissioner: has the advocates take some of the cases, and looks at the list. */
final class DrilledDesk implements Runnable {
    private static final int CASES_A_ROUND = 20;

    private final Caller caller;
    private final Map<String, Caller> advocates;
    private final Journal journal;
    private int granted;

    DrilledDesk(Caller caller, Map<String, Caller> advocates, Journal journal) {
        this.caller = caller;
        this.advocates = advocates;
        this.journal = journal;
    }

    @Override
    public void run() {
        var caseId = granted < CASES_A_ROUND ? journal.acknowledgedCases.poll() : null;
        if (caseId == null) {
            caller.call(candour -> candour.get("/api/assignments?size=20")).ifPresent(answer -> caller.is(answer, 200));
        } else if (advocates.keySet().stream().allMatch(advocate -> assign(caseId, advocate))) {
            journal.grantedCases.add(caseId);
            granted++;
        }
    }

    /** Asks, and has the advocate accept. */
    private boolean assign(String caseId, String advocate) {
        var until = Instant.now().plus(Duration.ofDays(30)).toString();
        var assignments = "/api/cases/" + caseId + "/assignments";
        var assignment =
                Map.of("kind", "ASSIGNMENT", "advocate", advocate, "until", until, "reason", "NO_ADVOCATE_YET");
        return caller.call(candour -> candour.post(assignments, assignment))
                .filter(answer -> caller.is(answer, 201))
                .map(answer -> assignments + "/" + answer.json().path("id").stringValue() + "/acceptance")
                .filter(acceptance -> accept(acceptance, Objects.requireNonNull(advocates.get(advocate))))
                .isPresent();
    }

    private static boolean accept(String acceptance, Caller advocate) {
        return advocate.call(candour -> candour.post(acceptance))
                .filter(answer -> advocate.is(answer, 200))
                .isPresent();
    }
}
