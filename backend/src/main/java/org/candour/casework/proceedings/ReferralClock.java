package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.candour.casework.timers.Evidence;
import org.candour.casework.timers.Happening;
import org.candour.casework.timers.RightsClock;
import org.candour.casework.timers.RuleBook;
import org.candour.casework.timers.Timer;
import org.candour.casework.timers.TimerState;
import org.candour.casework.timers.Trigger;
import org.candour.casework.timers.WorkingDays;

/** The clock of mandatory referrals (SI 2020/2 regs 4 and 7): one for each allegation that must be referred. */
final class ReferralClock {
    private final Proceedings proceedings;
    private final RuleBook rules;

    ReferralClock(Proceedings proceedings, RuleBook rules) {
        this.proceedings = proceedings;
        this.rules = rules;
    }

    /** The clock after a screening. */
    RightsClock afterScreening(Allegation allegation, Screening screening) {
        var clock = proceedings.clock();
        if (isAwaited(allegation, clock) || openGrounds(proceedings, allegation).isEmpty()) {
            return clock;
        }
        var clear = Happening.on(screening.id(), Trigger.MANDATORY_REFERRAL_CLEAR, screening.clearOn());
        return clock.start(clear, rules, screening.recordedAt());
    }

    /** The clock after a decision: a referral is what the duty asks for; a decision against one is not. */
    RightsClock afterDecision(Referral referral) {
        var clock = proceedings.clock();
        if (!referral.decision().isReferred()) {
            return clock;
        }
        for (var timer : clock.timers()) {
            var isMeant = referral.allegations().stream()
                    .map(proceedings::allegation)
                    .anyMatch(allegation -> isOf(timer, allegation));
            if (isMeant) {
                clock = met(clock, timer, referral);
            }
        }
        return clock;
    }

    private RightsClock met(RightsClock clock, Timer timer, Referral referral) {
        var now = referral.recordedAt();
        var may = timer.stateAt(now).next();
        var day = referral.facts().day();
        if (day.isPresent() && may.contains(TimerState.MET)) {
            var at = day.get().atStartOfDay(WorkingDays.LONDON).toInstant();
            return clock.meet(timer.id(), evidence(at), rules, now);
        }
        return may.contains(TimerState.UNKNOWN) ? clock.unknown(timer.id(), now) : clock;
    }

    private static Evidence evidence(Instant at) {
        return new Evidence(
                at,
                Evidence.Channel.BETWEEN_BODIES,
                Evidence.Party.POLICE,
                Evidence.Party.IOPC,
                Evidence.Agreement.UNKNOWN);
    }

    private static boolean isAwaited(Allegation allegation, RightsClock clock) {
        return clock.timers().stream()
                .anyMatch(timer -> isOf(timer, allegation) && timer.state() == TimerState.RUNNING);
    }

    private static boolean isOf(Timer timer, Allegation allegation) {
        return timer.trigger() == Trigger.MANDATORY_REFERRAL_CLEAR
                && allegation.screenings().stream()
                        .anyMatch(screening -> screening.id().equals(timer.happening()));
    }

    /**
     * The grounds that were found and that no referral covers. New facts after a first referral ask for another (SI 2020/2
     * reg 4).
     */
    static Set<ScreeningQuestion> openGrounds(Proceedings proceedings, Allegation allegation) {
        var referredAt = proceedings.referrals().stream()
                .filter(referral -> referral.decision().isReferred()
                        && referral.allegations().contains(allegation.id()))
                .map(Referral::recordedAt)
                .collect(Collectors.toSet());
        var open = new HashSet<>(allegation.screening().map(Screening::grounds).orElse(Set.of()));
        allegation.screenings().stream()
                .filter(screening -> referredAt.stream().anyMatch(at -> !at.isBefore(screening.recordedAt())))
                .forEach(screening -> open.removeAll(screening.grounds()));
        return open;
    }
}
