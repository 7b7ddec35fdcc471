package org.candour.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.TestAccess;
import org.springframework.context.ApplicationEventPublisher;

/** Reports handed in for real, for the tests of this room and of those above. Nothing is delivered before a test asks. */
public final class TestIntake {
    static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public final SubmitReport submitReport;
    public final ReadReport readReport;
    final ListOwnReports listOwnReports;
    final Reports reports;
    private final TestAccess access;

    public TestIntake(TestAccess access) {
        this.access = access;
        reports = new Reports(access.mongo, access.ledger.aggregates());
        readReport = new ReadReport(reports);
        listOwnReports = new ListOwnReports(access.gate, access.cases, reports);
        submitReport = new SubmitReport(
                access.gate,
                access.ledger.ledger(),
                access.vault.sealer(),
                access.vault.blindIndex(),
                access.cases,
                access.ledger.aggregates(),
                reports,
                Optional.of(new OutboxRelay(reports, access.ledger.aggregates(), event -> {}, task -> {})));
    }

    /** Hands what waits in the outboxes to {@code receiver}. */
    public void deliver(ApplicationEventPublisher receiver) {
        new OutboxRelay(reports, access.ledger.aggregates(), receiver, task -> {}).deliver();
    }

    public Submitted submit(Actor victim) {
        return submitReport.submit(
                submission(), new IdempotencyKey(UUID.randomUUID().toString()), victim);
    }

    public static Submission submission() {
        return new Submission(
                new Identity("Vera Victim", List.of("Vee"), null, List.of("1 Mill Lane, Ely"), List.of(), List.of()),
                new Account(
                        "Vera Victim was followed home by PC Robin Rule. Call 07700 900123.", FactDate.unknown(), null),
                new Accused(List.of(new AccusedPerson("Robin Rule", "Westmarch Constabulary", "4711"))),
                Optional.empty(),
                SHA_256);
    }
}
