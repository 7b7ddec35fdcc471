package org.candour.casework.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.risk.AssessmentRefused.Reason;
import org.candour.intake.FactDate;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate records how much danger somebody is in. */
@UseCase
public class AssessRisk {
    private final Gate gate;
    private final Vault vault;
    private final RiskRecords records;
    private final Grading grading;
    private final Clock clock;

    AssessRisk(Gate gate, Vault vault, RiskRecords records, RiskTools tools, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.records = records;
        this.grading = new Grading(tools);
        this.clock = clock;
    }

    /**
     * Grades and seals an assessment. The grade that stands is never lowered but by an override with its reason.
     *
     * @param version the version of the risk record that the actor saw
     * @return its new version
     * @throws AssessmentRefused if it breaks a rule
     * @throws org.candour.casework.VersionConflict if the record has changed since
     */
    @OpensPlaintext("The grade that stands is read, so that it is not lowered by a score, and the new one is sealed")
    public long assess(CaseId caseId, AssessmentDraft draft, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.ASSESS_RISK, caseId);
        requireDates(draft);
        var risk = records.get(caseId);
        risk.requireVersion(version);
        var id = UUID.randomUUID().toString();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var content = grading.content(draft, risk.standing(opening), risk.incidents());
            var assessment = new Assessment(
                    id,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    actor.id().value(),
                    opening.seal(Assessment.field(id), content));
            risk.add(assessment, draft.assessedOn(), Optional.ofNullable(draft.reviewDueOn()));
        }
        return records.save(risk, clock.instant());
    }

    /**
     * Records that there was a further incident: a review is due at once.
     *
     * @param version the version of the risk record that the actor saw
     * @return its new version
     * @throws AssessmentRefused if it is in the future, or there is no room
     * @throws org.candour.casework.VersionConflict if the record has changed since
     */
    public long incident(CaseId caseId, FactDate happenedOn, long version, Actor actor) {
        gate.admit(actor, Act.RECORD_INCIDENT, caseId);
        if (happenedOn.latest().filter(today()::isBefore).isPresent()) {
            throw new AssessmentRefused("happenedOn", Reason.IN_THE_FUTURE);
        }
        var risk = records.get(caseId);
        risk.requireVersion(version);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        risk.add(
                new Incident(
                        UUID.randomUUID().toString(), happenedOn, at, actor.id().value()),
                today());
        return records.save(risk, clock.instant());
    }

    private void requireDates(AssessmentDraft draft) {
        if (draft.assessedOn().isAfter(today())) {
            throw new AssessmentRefused("assessedOn", Reason.IN_THE_FUTURE);
        }
        var review = draft.reviewDueOn();
        if (review != null && review.isBefore(draft.assessedOn())) {
            throw new AssessmentRefused("reviewDueOn", Reason.BEFORE_THE_ASSESSMENT);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Incident.ZONE);
    }
}
