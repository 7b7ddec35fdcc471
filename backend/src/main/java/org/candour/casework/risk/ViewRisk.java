package org.candour.casework.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate asks how much danger somebody is in. */
@UseCase
public class ViewRisk {
    private final Gate gate;
    private final Vault vault;
    private final RiskRecords records;
    private final RiskTools tools;
    private final Clock clock;

    ViewRisk(Gate gate, Vault vault, RiskRecords records, RiskTools tools, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.records = records;
        this.tools = tools;
        this.clock = clock;
    }

    /** At most {@code limit} assessments, newest recorded first, all of them recorded before the one {@code before}. */
    @OpensPlaintext("An advocate with a live grant reads the risk assessments")
    public RiskView view(CaseId caseId, Optional<String> before, int limit, Actor actor) {
        var receipt = gate.admit(actor, Act.VIEW_RISK, caseId);
        var risk = records.get(caseId);
        var today = LocalDate.ofInstant(clock.instant(), Incident.ZONE);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var standing = risk.standing(opening);
            return new RiskView(
                    standing.grade(),
                    risk.reviewDueOn().orElse(null),
                    risk.reviewDueOn().filter(due -> !due.isAfter(today)).isPresent(),
                    prompts(standing, risk.incidents(), today),
                    risk.incidents(),
                    page(risk, before, limit).stream()
                            .map(assessment -> AssessmentView.of(assessment, opening))
                            .toList(),
                    risk.version());
        }
    }

    private Set<MaracPrompt> prompts(Standing standing, List<Incident> incidents, LocalDate today) {
        var prompts = EnumSet.noneOf(MaracPrompt.class);
        prompts.addAll(standing.prompts());
        if (tools.isEscalated(incidents, today)) {
            prompts.add(MaracPrompt.ESCALATION);
        }
        return prompts;
    }

    private static List<Assessment> page(RiskRecord risk, Optional<String> before, int limit) {
        var newestFirst = new ArrayList<>(risk.assessments());
        Collections.reverse(newestFirst);
        var older = before.isEmpty()
                ? newestFirst.stream()
                : newestFirst.stream()
                        .dropWhile(assessment -> !assessment.id().equals(before.get()))
                        .skip(1);
        return older.limit(limit).toList();
    }
}
