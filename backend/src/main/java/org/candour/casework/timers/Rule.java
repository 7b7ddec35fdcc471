package org.candour.casework.timers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of one rule of {@code config/timers}.
 *
 * @param id its name in DOMAIN 2.2 to 2.4, such as {@code VC6-ARR}
 * @param effectiveFrom the first day on which an event falls under it; with the id it names this version
 * @param effectiveTo the last such day, if there is one
 * @param words what is owed, in plain words
 * @param startsOn what starts it
 * @param metBy what fulfils it by happening at all: for what the victim does themselves
 * @param endsOn what makes it pointless
 * @param metStarts the next duty of a chain: what somebody has received once this one, started by the key, is met
 * @param metDates what waits for its date, known once this one, started by the key, is met
 * @param terms how long it gives, by tier
 * @param again for a duty that comes again: when
 * @param contact whether it is agreed contact, which waits while the victim has paused or does not take part
 * @param mayPause whether its clock may stand still, as for clarification or proof of identity
 * @param source where it is written
 * @param verified whether a person has checked it against the text in force. If not, it warns an advocate and never tells a
 *     victim that the law was broken
 */
public record Rule(
        String id,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String words,
        DutyHolder dutyHolder,
        StartBasis startBasis,
        Set<Trigger> startsOn,
        Set<Trigger> metBy,
        Set<Trigger> endsOn,
        Map<Trigger, Trigger> metStarts,
        Map<Trigger, Trigger> metDates,
        Map<Tier, Term> terms,
        @Nullable Recurrence again,
        boolean contact,
        boolean mayPause,
        String source,
        boolean verified) {
    /** Keeps copies. */
    public Rule {
        startsOn = Set.copyOf(startsOn);
        metBy = Set.copyOf(metBy);
        endsOn = Set.copyOf(endsOn);
        metStarts = Map.copyOf(metStarts);
        metDates = Map.copyOf(metDates);
        terms = Map.copyOf(terms);
    }

    /** Whether it holds for what happened that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** How long it gives. */
    public Term term(Tier tier) {
        var term = terms.get(tier);
        if (term == null) {
            throw new IllegalStateException(id + " has no term for " + tier);
        }
        return term;
    }

    /** The version of a rule. */
    public RuleVersion version() {
        return new RuleVersion(id, effectiveFrom.toString());
    }

    @Override
    public String toString() {
        return "Rule[" + id + "]";
    }

    Optional<Recurrence> recurrence() {
        return Optional.ofNullable(again);
    }
}
