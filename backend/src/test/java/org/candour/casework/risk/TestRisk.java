package org.candour.casework.risk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.casework.TestCasework;
import org.candour.casework.due.TestDueDates;
import org.candour.casework.risk.AssessmentDraft.GradeOverride;
import org.jspecify.annotations.Nullable;

/** The use cases of this part, on cases that are open, with the rule files that are shipped. */
final class TestRisk {
    static final RiskTools TOOLS = RiskTools.read(Path.of("../config/risk"));
    static final LocalDate DAY = LocalDate.of(2020, 2, 29);

    final RiskRecords records;
    final AssessRisk assessRisk;
    final ViewRisk viewRisk;
    private final TestAccess access;
    private final TestCasework casework;

    TestRisk(TestAccess access) {
        this.access = access;
        casework = new TestCasework(access);
        var vault = access.vault.vault();
        records = new RiskRecords(access.mongo, access.ledger.aggregates(), TestDueDates.of(access));
        assessRisk = new AssessRisk(access.gate, vault, records, TOOLS, access.clock);
        viewRisk = new ViewRisk(access.gate, vault, records, TOOLS, access.clock);
    }

    CaseId granted(Actor advocate) {
        var id = casework.opened();
        access.grant(id, advocate);
        return id;
    }

    CaseId withoutGrant() {
        return casework.opened();
    }

    RiskView view(CaseId id, Actor advocate) {
        return viewRisk.view(id, Optional.empty(), 1_000, advocate);
    }

    LocalDate today() {
        return LocalDate.ofInstant(access.clock.instant(), Incident.ZONE);
    }

    /** Answers to the DASH items in their order: so many yes, so many that nobody knows, and no to all others. */
    static Map<String, ItemAnswer> answers(int yes, int unknown) {
        var items = TOOLS.find("DASH_RIC", DAY).orElseThrow().items();
        var answers = new HashMap<String, ItemAnswer>();
        for (int i = 0; i < items.size(); i++) {
            answers.put(
                    items.get(i).code(),
                    i < yes ? ItemAnswer.YES : i < yes + unknown ? ItemAnswer.DONT_KNOW : ItemAnswer.NO);
        }
        return answers;
    }

    static AssessmentDraft dash(int yes) {
        return dash(yes, 0, null);
    }

    static AssessmentDraft dash(int yes, int unknown, @Nullable Grade judgement) {
        return new AssessmentDraft(
                "DASH_RIC", DAY, answers(yes, unknown), Map.of(), judgement, null, false, null, null);
    }

    static AssessmentDraft judged(Grade judgement) {
        return new AssessmentDraft("DARA", DAY, Map.of(), Map.of(), judgement, null, false, null, null);
    }

    static AssessmentDraft overridden(AssessmentDraft draft, Grade grade, String reason) {
        return new AssessmentDraft(
                draft.tool(),
                draft.assessedOn(),
                draft.answers(),
                draft.factors(),
                draft.judgement(),
                draft.judgementReason(),
                draft.isMaracByJudgement(),
                new GradeOverride(grade, reason),
                draft.reviewDueOn());
    }

    static AssessmentDraft on(LocalDate assessedOn, @Nullable LocalDate reviewDueOn) {
        return new AssessmentDraft(
                "DARA", assessedOn, Map.of(), Map.of(), Grade.MEDIUM, null, false, null, reviewDueOn);
    }

    static AssessmentContent graded(AssessmentDraft draft, Grade standing, Incident... incidents) {
        return graded(draft, new Standing(standing, Set.of()), incidents);
    }

    static AssessmentContent graded(AssessmentDraft draft, Standing before, Incident... incidents) {
        return new Grading(TOOLS).content(draft, before, List.of(incidents));
    }
}
