package org.candour.casework.timers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A timer as an advocate sees it.
 *
 * @param words what is owed, in plain words
 * @param happening which happening started it
 * @param state where it stands now
 * @param dueAt the last instant in time; missing if there is none, nobody knows the start, or the clock stands still
 * @param pauses when the clock stood still; it does as long as the last one has no end
 * @param verified whether a person has checked the rule against the text in force
 * @param source where the rule is written
 * @param breach whether a duty holder let the time pass. The end of a victim's own right is none
 * @param mayTellVictim whether a victim may be told all of this. That the law was broken they are told by no rule that nobody
 *     has verified: it only warns the advocate
 */
public record TimerView(
        UUID id,
        RuleVersion rule,
        String words,
        DutyHolder dutyHolder,
        Trigger trigger,
        UUID happening,
        StartBasis startBasis,
        Tier tier,
        @Nullable Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant normallyBy,
        @Nullable Instant extendableTo,
        TimerState state,
        boolean verified,
        String source,
        boolean breach,
        boolean mayTellVictim,
        List<Judgement> judgements,
        List<Pause> pauses) {
    static TimerView of(Timer timer, RuleBook rules, Instant now) {
        var rule = rules.find(timer.rule());
        var verified = rule.map(Rule::verified).orElse(false);
        var state = timer.stateAt(now);
        var breach =
                timer.dutyHolder() != DutyHolder.VICTIM && (state == TimerState.MISSED || state == TimerState.MET_LATE);
        return new TimerView(
                timer.id(),
                timer.rule(),
                rule.map(Rule::words).orElse(timer.rule().id()),
                timer.dutyHolder(),
                timer.trigger(),
                timer.happening(),
                timer.startBasis(),
                timer.tier(),
                timer.startedAt(),
                timer.due().orElse(null),
                timer.dates().normallyBy(),
                timer.dates().extendableTo(),
                state,
                verified,
                rule.map(Rule::source).orElse(""),
                breach,
                verified || !breach,
                timer.judgements(),
                timer.pauses().all());
    }
}
