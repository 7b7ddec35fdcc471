package org.candour.casework.proceedings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * A set of codes of the rule file. Codes of two schemes are never counted as one (DOMAIN section 1.2).
 *
 * @param kind what its codes say
 * @param track on which track its outcomes are given; null for codes that are no outcomes
 * @param datedBy which day decides whether it holds
 * @param source where it is written
 * @param verified whether a person has checked it against the text in force
 * @param effectiveFrom the first day it holds for
 * @param effectiveTo the last day
 */
public record Scheme(
        String id,
        Kind kind,
        @Nullable Track track,
        DatedBy datedBy,
        String source,
        boolean verified,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<Entry> codes) {
    /** What the codes of a scheme say. */
    public enum Kind {
        CATEGORIES,
        STANDARDS,
        OUTCOMES,
        /** Since when decisions can be reviewed; it has no codes. */
        REVIEWS
    }

    /** Which day decides whether a scheme holds. */
    public enum DatedBy {
        /** The day of the complaint, or the day a conduct matter became known. */
        COMPLAINT,
        /** The day of the decision. */
        DECISION,
        /** None: the scheme holds for whatever is told in its terms. */
        NOTHING
    }

    /** What follows for a victim's right to review. */
    public enum Review {
        NONE,
        COVERED,
        NO_SUSPECT,
        VICTIM_DOES_NOT_SUPPORT,
        COMPLAINT
    }

    /**
     * One code.
     *
     * @param words what it means
     * @param leadsTo the step that an outcome brings about; null for codes that are no outcomes
     * @param notToAct whether it is a decision not to act
     * @param review what follows for a right to review
     * @param victimsPosition whether it rests on the victim's position, who is then asked
     * @param criminal whether conduct of this category is criminal on its face
     * @param referral the ground on which conduct of this category must be referred by itself; null if it need not be
     * @param pursuit whether conduct of this category is sexual or pursues an improper emotional relationship, so that the
     *     circumstances of a screening weigh more
     */
    public record Entry(
            String code,
            String words,
            @Nullable Step leadsTo,
            boolean notToAct,
            Review review,
            boolean victimsPosition,
            boolean criminal,
            @Nullable ScreeningQuestion referral,
            boolean pursuit) {}

    Optional<Entry> find(String code) {
        return codes.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    /** Whether it may hold for a day of which no more is known than this: whoever does not know the day may choose. */
    boolean mayHoldFor(FactDate when) {
        var earliest = when.earliest();
        var latest = when.latest();
        if (datedBy == DatedBy.NOTHING || earliest.isEmpty() || latest.isEmpty()) {
            return true;
        }
        return !latest.get().isBefore(effectiveFrom)
                && (effectiveTo == null || !earliest.get().isAfter(effectiveTo));
    }

    @Override
    public String toString() {
        return "Scheme[" + id + "]";
    }
}
