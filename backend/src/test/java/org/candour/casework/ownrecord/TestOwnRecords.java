package org.candour.casework.ownrecord;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.casework.due.TestDueDates;
import org.candour.casework.proceedings.TestProceedings;
import org.candour.intake.FactDate;
import org.candour.intake.IdempotencyKey;
import org.candour.intake.SafeContact.Channel;
import org.candour.intake.TestIntake;

/** What victims add to their own records, for the tests of this package and of the room. */
public final class TestOwnRecords {
    static final Duration TERM = Duration.ofDays(90);

    final OwnRecords ownRecords;
    final ViewSafeContact viewSafeContact;
    final SafeContactLapse lapse;
    final ChangeSafeContact changeSafeContact;
    final AddCorrection addCorrection;
    final ReadCorrections readCorrections;
    final RecordRetaliation recordRetaliation;
    final ReadRetaliation readRetaliation;
    public final ChangeParticipation changeParticipation;
    final ViewParticipation viewParticipation;
    final ViewFlags viewFlags;
    final ListRetaliation listRetaliation;
    final TestIntake intake;
    private final TestAccess access;

    public TestOwnRecords(TestAccess access) {
        this.access = access;
        intake = new TestIntake(access);
        ownRecords = new OwnRecords(access.mongo, access.ledger.aggregates(), access.wall);
        var vault = access.vault.vault();
        var retries = new Retries(access.vault.blindIndex());
        var term = new SafeContactTerm(new OwnRecordSettings(TERM), access.clock);
        viewSafeContact = new ViewSafeContact(access.gate, vault, intake.readReport, ownRecords, term);
        lapse = new SafeContactLapse(ownRecords, intake.readReport, term, TestDueDates.of(access));
        changeSafeContact = new ChangeSafeContact(access.gate, vault, ownRecords, term, lapse, access.clock);
        addCorrection = new AddCorrection(access.gate, vault, ownRecords, retries, access.clock);
        readCorrections = new ReadCorrections(access.gate, vault, new AdditionsOnFile(ownRecords));
        recordRetaliation = new RecordRetaliation(access.gate, vault, access.cases, ownRecords, retries, access.clock);
        readRetaliation = new ReadRetaliation(access.gate, vault, ownRecords);
        changeParticipation = new ChangeParticipation(
                access.gate, ownRecords, TestProceedings.contactDuties(access), lapse, access.clock);
        viewParticipation = new ViewParticipation(access.gate, ownRecords);
        viewFlags = new ViewFlags(access.gate, ownRecords, access.clock);
        listRetaliation = new ListRetaliation(access.gate, ownRecords);
    }

    /** For the tests of the case file, which shows them, and of disclosures, which are made from them. */
    public static AdditionsOnFile additionsOnFile(TestAccess access) {
        return new AdditionsOnFile(new OwnRecords(access.mongo, access.ledger.aggregates(), access.wall));
    }

    /** For the tests of the victim's progress, which says it. */
    public static Participations participations(TestAccess access) {
        return new Participations(new OwnRecords(access.mongo, access.ledger.aggregates(), access.wall));
    }

    /** A new case of the victim's, with a grant for the advocate. */
    CaseId of(Actor victim, Actor advocate) {
        var caseId = intake.submit(victim).caseId();
        access.grant(caseId, advocate);
        return caseId;
    }

    static List<SafeChannel> channels(String number) {
        return List.of(new SafeChannel(
                Channel.PHONE,
                number,
                Answer.YES,
                "after six",
                "the library",
                "my flatmate",
                Answer.NO,
                "Library",
                Answer.YES,
                Answer.YES,
                "write to my sister"));
    }

    /** The victim says that they are reached by post, at this address, from now on. */
    public void reachedAt(String address, CaseId caseId, Actor victim) {
        var byPost = List.of(new SafeChannel(
                Channel.POST,
                address,
                Answer.YES,
                null,
                null,
                null,
                Answer.UNKNOWN,
                null,
                Answer.UNKNOWN,
                Answer.UNKNOWN,
                null));
        changeSafeContact.change(caseId, byPost, ownRecords.of(caseId).safeContactVersion(), victim);
    }

    static NewRetaliation retaliation(RetaliationKind kind, String words) {
        return new NewRetaliation(kind, FactDate.unknown(), List.of(new KnownTo("westmarch", null)), words);
    }

    public Added corrected(CaseId caseId, String text, Actor victim) {
        return addCorrection.add(caseId, text, sha256(text), newKey(), victim);
    }

    Added retaliated(CaseId caseId, RetaliationKind kind, Actor actor) {
        return recordRetaliation.add(caseId, retaliation(kind, "It was PC Rule."), sha256("r"), newKey(), actor);
    }

    static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /** Stands for the hash of what was sent. */
    static String sha256(String text) {
        return "%064x".formatted(text.hashCode());
    }
}
