package org.candour.casework.risk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tools and thresholds of {@code config/risk}. */
public final class RiskTools {
    private final List<Tool> tools;
    private final List<MaracEntry> maracEntries;

    RiskTools(List<Tool> tools, List<MaracEntry> maracEntries) {
        this.tools = List.copyOf(tools);
        this.maracEntries = List.copyOf(maracEntries);
    }

    /** @throws org.candour.access.RuleFileRejected if there is a fault in one of the files */
    static RiskTools read(Path directory) {
        var tools = ToolsFile.read(directory.resolve("tools.yml"));
        return new RiskTools(tools, MaracFile.read(directory.resolve("marac.yml"), tools));
    }

    /** Every version of every tool, in the order of the file. */
    public List<Tool> all() {
        return tools;
    }

    /** The version of a tool that was in use on a day. */
    Optional<Tool> find(String code, LocalDate on) {
        return tools.stream()
                .filter(tool -> tool.code().equals(code) && tool.holdsOn(on))
                .findFirst();
    }

    boolean isScoreReached(Tool tool, int score, LocalDate on) {
        return maracEntries.stream().anyMatch(entry -> entry.holdsOn(on) && entry.isScoreReached(tool, score));
    }

    boolean isEscalated(List<Incident> incidents, LocalDate on) {
        return maracEntries.stream().anyMatch(entry -> entry.holdsOn(on) && entry.isEscalated(incidents, on));
    }

    /** Why a case should be put before a MARAC. */
    Set<MaracPrompt> prompts(Tool tool, int score, boolean isByJudgement, List<Incident> incidents, LocalDate on) {
        var prompts = EnumSet.noneOf(MaracPrompt.class);
        if (isByJudgement) {
            prompts.add(MaracPrompt.PROFESSIONAL_JUDGEMENT);
        }
        if (isScoreReached(tool, score, on)) {
            prompts.add(MaracPrompt.SCORE);
        }
        if (isEscalated(incidents, on)) {
            prompts.add(MaracPrompt.ESCALATION);
        }
        return prompts;
    }
}
