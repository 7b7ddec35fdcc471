package org.candour.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.CaseTeam;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.ownrecord.Participation;
import org.candour.casework.ownrecord.Participations;
import org.candour.casework.proceedings.ExpectationsOnFile;
import org.candour.casework.progress.NextChecks;
import org.candour.intake.ReadReport;

/** A victim asks how their case goes. */
@UseCase
public class ViewProgress {
    /** Days are those of England and Wales. */
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Gate gate;
    private final CaseFiles files;
    private final ReadReport readReport;
    private final NextChecks checks;
    private final ExpectationsOnFile expectations;
    private final Participations participations;
    private final CaseTeam team;
    private final Clock clock;

    ViewProgress(
            Gate gate,
            CaseFiles files,
            ReadReport readReport,
            NextChecks checks,
            ExpectationsOnFile expectations,
            Participations participations,
            CaseTeam team,
            Clock clock) {
        this.gate = gate;
        this.files = files;
        this.readReport = readReport;
        this.checks = checks;
        this.expectations = expectations;
        this.participations = participations;
        this.team = team;
        this.clock = clock;
    }

    /** Where the actor's own case stands, and what they can count on. */
    public Progress view(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_PROGRESS, caseId);
        var file = files.find(caseId).orElseGet(() -> received(caseId));
        var participation = participations.of(caseId);
        var isOver = file.status() == Status.CLOSED || participation == Participation.WITHDRAWN;
        var nextCheckOn = isOver ? Optional.<LocalDate>empty() : checks.dayOf(caseId);
        return new Progress(
                file.reference(),
                file.status(),
                file.since(),
                file.history(),
                isOver ? Outlook.ENDED : outlook(nextCheckOn),
                nextCheckOn.orElse(null),
                participation,
                expectations.next(caseId),
                team.advocatesBodies(caseId).stream().map(BodyId::value).toList(),
                Choice.in(file.status(), participation));
    }

    /** The report is in and its case file not open yet: the outbox is on its way. */
    private CaseFile received(CaseId caseId) {
        var report = readReport.summary(caseId).orElseThrow(NoSuchThing::new);
        return CaseFile.opened(caseId, report.reference(), report.submittedAt());
    }

    private Outlook outlook(Optional<LocalDate> nextCheckOn) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        return nextCheckOn
                .map(day -> day.isAfter(today) ? Outlook.NEXT_CHECK : Outlook.CHECKING_NOW)
                .orElse(Outlook.NO_CHECK);
    }
}
