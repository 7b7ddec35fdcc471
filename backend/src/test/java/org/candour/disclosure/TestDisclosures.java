package org.candour.disclosure;

import java.time.Duration;
import java.util.List;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.casework.TestCasework;
import org.candour.casework.ownrecord.TestOwnRecords;
import org.candour.disclosure.redaction.Category;
import org.candour.disclosure.redaction.Redaction;
import org.candour.disclosure.redaction.Redactor;

/** Disclosures brought to each stage by the moves that lead there. */
final class TestDisclosures {
    static final Duration LONGEST = Duration.ofDays(90);
    static final BodyId IOPC = BodyId.of("iopc");

    /** The victim's name in {@code TestIntake}'s account. */
    static final Redaction BY_HAND = new Redaction(0, 11, Category.PERSON, "[victim]", false);

    final TestCasework casework;
    final TestOwnRecords ownRecords;
    final Disclosures disclosures;
    final PrepareDisclosure prepare;
    final ReviewDisclosure review;
    final CorrectDisclosure correct;
    final ProposeDisclosure propose;
    final ApproveDisclosure approve;
    final ReleaseDisclosure release;
    final WithdrawDisclosure withdraw;
    final ReadDisclosure read;
    final ListDisclosures list;
    final Actor victim;
    final Actor advocate;
    final CaseId caseId;
    private final TestAccess access;

    TestDisclosures(TestAccess access) {
        this.access = access;
        casework = new TestCasework(access);
        ownRecords = new TestOwnRecords(access);
        var drafting = new Drafting(access.vault.vault(), casework.readForRedaction);
        disclosures = new Disclosures(access.mongo, access.ledger.aggregates(), access.wall, access.clock);
        prepare = new PrepareDisclosure(access.gate, access.cases, drafting, new Redactor(), disclosures, access.clock);
        review = new ReviewDisclosure(access.gate, drafting, disclosures);
        correct = new CorrectDisclosure(access.gate, drafting, disclosures);
        propose = new ProposeDisclosure(access.gate, drafting, access.vault.sealer(), disclosures);
        approve = new ApproveDisclosure(access.gate, disclosures);
        release = new ReleaseDisclosure(
                access.gate,
                disclosures,
                casework.readForRedaction,
                access.consents,
                new DisclosureSettings(LONGEST),
                access.clock);
        withdraw = new WithdrawDisclosure(access.gate, disclosures);
        read = new ReadDisclosure(access.gate, access.vault.vault(), disclosures);
        list = new ListDisclosures(access.gate, disclosures);
        advocate = access.advocate();
        victim = access.victim();
        caseId = casework.opened(victim);
        access.grant(caseId, advocate);
        var now = access.clock.instant();
        access.consents.give(caseId, TestAccess.consentTo(IOPC, now, now.plus(Duration.ofDays(365))));
    }

    DisclosureId draft() {
        var draft = prepare.prepare(caseId, IOPC, advocate);
        var id = new DisclosureId(draft.summary().id());
        correct.correct(id, List.of(BY_HAND), draft.summary().version(), advocate);
        return id;
    }

    DisclosureId proposed() {
        var id = draft();
        propose.propose(id, disclosures.get(id).version(), advocate);
        return id;
    }

    DisclosureId approved() {
        var id = proposed();
        approve.approve(id, access.commissioner());
        return id;
    }

    DisclosureId released() {
        var id = approved();
        release.release(id, access.clock.instant().plus(Duration.ofDays(1)), advocate);
        return id;
    }

    DisclosureId ended() {
        var id = draft();
        withdraw.withdraw(id, advocate);
        return id;
    }

    DisclosureId at(Stage stage) {
        return switch (stage) {
            case DRAFT -> draft();
            case PROPOSED -> proposed();
            case APPROVED -> approved();
            case RELEASED -> released();
            case ENDED -> ended();
        };
    }

    DisclosureSummary summary(DisclosureId id) {
        return disclosures.get(id).summary();
    }
}
