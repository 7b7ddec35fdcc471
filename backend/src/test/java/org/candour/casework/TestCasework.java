package org.candour.casework;

import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.casework.ownrecord.TestOwnRecords;
import org.candour.casework.proceedings.TestProceedings;
import org.candour.casework.progress.TestNextChecks;
import org.candour.intake.ReportSubmitted;
import org.candour.intake.TestIntake;

/** Case files as reports open them, for the tests of this room and of those above. */
public final class TestCasework {
    public final ReadForRedaction readForRedaction;
    public final TestIntake intake;
    final CaseFiles files;
    public final OpenCase openCase;
    final ViewIdentity viewIdentity;
    final AddNote addNote;
    final ShareNote shareNote;
    final ReadSharedNotes readSharedNotes;
    final MoveStatus moveStatus;
    final ListCases listCases;
    final ViewProgress viewProgress;
    final ViewAccessLog viewAccessLog;
    private final TestAccess access;

    public TestCasework(TestAccess access) {
        this.access = access;
        intake = new TestIntake(access);
        files = new CaseFiles(access.mongo, access.ledger.aggregates(), access.cases, access.clock);
        var additions = TestOwnRecords.additionsOnFile(access);
        readForRedaction = new ReadForRedaction(intake.readReport, additions);
        openCase = new OpenCase(access.gate, access.vault.vault(), intake.readReport, additions, files);
        viewIdentity = new ViewIdentity(access.gate, access.vault.vault(), intake.readReport);
        addNote = new AddNote(access.gate, access.vault.vault(), files, access.clock);
        shareNote = new ShareNote(access.gate, files, access.clock);
        readSharedNotes = new ReadSharedNotes(access.gate, access.vault.vault(), files);
        moveStatus = new MoveStatus(
                access.gate, files, TestProceedings.tasksInLists(access, TestNextChecks.of(access)), access.clock);
        listCases = new ListCases(access.gate, access.lists);
        viewProgress = new ViewProgress(
                access.gate,
                files,
                intake.readReport,
                TestNextChecks.of(access),
                TestProceedings.expectations(access),
                TestOwnRecords.participations(access),
                access.team,
                access.clock);
        viewAccessLog = new ViewAccessLog(access.gate, access.ledger.ledger(), access.emergencies.heldBack);
    }

    /** A new report whose case file is open. */
    public CaseId opened() {
        return opened(access.victim());
    }

    /** The same of this victim. */
    public CaseId opened(Actor victim) {
        var id = intake.submit(victim).caseId();
        deliver();
        return id;
    }

    void deliver() {
        intake.deliver(event -> files.on((ReportSubmitted) event));
    }
}
