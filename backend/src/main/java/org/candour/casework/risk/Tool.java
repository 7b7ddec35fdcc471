package org.candour.casework.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a risk tool: its structure, without its questions, which are others' copyright.
 *
 * @param items none where the tool is graded by judgement alone
 * @param bands in rising order; none where the tool is graded by judgement alone
 * @param source where it is written
 * @param verified whether a person has checked it against the published tool
 * @param effectiveFrom the first day on which it may be used
 * @param effectiveTo the last day on which it may be used, if there is one
 */
public record Tool(
        String code,
        String version,
        String name,
        List<Item> items,
        List<Band> bands,
        String source,
        boolean verified,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {
    /**
     * One question.
     *
     * @param group what it is about
     */
    public record Item(String code, String group) {}

    /**
     * A grade and the lowest score that has it.
     *
     * @param from how many items are answered with yes
     */
    public record Band(Grade grade, int from) {}

    public Tool {
        items = List.copyOf(items);
        bands = List.copyOf(bands);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    boolean has(String item) {
        return items.stream().anyMatch(known -> known.code().equals(item));
    }

    /** The grade of a score; empty if no band holds it. That a score is below every band does not say that the risk is low. */
    Optional<Grade> grade(int score) {
        return bands.stream()
                .filter(band -> band.from() <= score)
                .reduce((lower, higher) -> higher)
                .map(Band::grade);
    }

    @Override
    public String toString() {
        return "Tool[" + code + "]";
    }
}
