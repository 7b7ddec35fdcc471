package org.candour.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The commissioner: gives the advocates a grant on some of the cases, and looks at the list. */
final class DrilledDesk implements Runnable {
    private static final int CASES_A_ROUND = 20;

    private final Caller caller;
    private final List<String> advocates;
    private final Journal journal;
    private int granted;

    DrilledDesk(Caller caller, List<String> advocates, Journal journal) {
        this.caller = caller;
        this.advocates = advocates;
        this.journal = journal;
    }

    @Override
    public void run() {
        var caseId = granted < CASES_A_ROUND ? journal.acknowledgedCases.poll() : null;
        if (caseId == null) {
            caller.call(candour -> candour.get("/api/assignments?size=20")).ifPresent(answer -> caller.is(answer, 200));
        } else if (advocates.stream().allMatch(advocate -> grant(caseId, advocate))) {
            journal.grantedCases.add(caseId);
            granted++;
        }
    }

    private boolean grant(String caseId, String advocate) {
        var until = Instant.now().plus(Duration.ofDays(30)).toString();
        return caller.call(candour ->
                        candour.post("/api/cases/" + caseId + "/grants", Map.of("advocate", advocate, "until", until)))
                .filter(answer -> caller.is(answer, 204))
                .isPresent();
    }
}
