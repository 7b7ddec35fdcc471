package org.candour.casework.timers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A timer as an advocate sees it.
 *
 * @param words what is owed, in plain words
 * @param state where it stands now
 * @param verified whether a person has checked the rule against the text in force
 * @param source where the rule is written
 */
public record TimerView(
        UUID id,
        RuleVersion rule,
        String words,
        DutyHolder dutyHolder,
        Trigger trigger,
        StartBasis startBasis,
        Tier tier,
        @Nullable Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant normallyBy,
        @Nullable Instant extendableTo,
        TimerState state,
        boolean verified,
        String source,
        List<Judgement> judgements) {
    static TimerView of(Timer timer, RuleBook rules, Instant now) {
        var rule = rules.find(timer.rule());
        return new TimerView(
                timer.id(),
                timer.rule(),
                rule.map(Rule::words).orElse(timer.rule().id()),
                timer.dutyHolder(),
                timer.trigger(),
                timer.startBasis(),
                timer.tier(),
                timer.startedAt(),
                timer.dueAt(),
                timer.normallyBy(),
                timer.extendableTo(),
                timer.stateAt(now),
                rule.map(Rule::verified).orElse(false),
                rule.map(Rule::source).orElse(""),
                timer.judgements());
    }

    /** Whether a duty holder let the time pass. The end of a victim's own right is none. */
    public boolean isBreach() {
        return dutyHolder != DutyHolder.VICTIM && (state == TimerState.MISSED || state == TimerState.MET_LATE);
    }

    /** Whether a victim may be told of this that the law was broken: never by a rule that nobody has verified. */
    public boolean mayTellVictim() {
        return verified || !isBreach();
    }
}
