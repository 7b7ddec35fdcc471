package org.candour.casework.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final ReferralRules referral;
    private final RuleBook rules;

    ReferralClock(ReferralRules referral, RuleBook rules) {
        this.referral = referral;
        this.rules = rules;
    }

    /** The clock after an allegation was told or corrected: its category alone may ask for a referral. */
    RightsClock afterTelling(Proceedings proceedings, Allegation allegation) {
        var told = allegation.current();
        var day = LocalDate.ofInstant(told.recordedAt(), WorkingDays.LONDON);
        return started(proceedings, allegation, UUID.fromString(told.id()), day, told.recordedAt());
    }

    /** The clock after a screening. */
    RightsClock afterScreening(Proceedings proceedings, Allegation allegation, Screening screening) {
        return started(proceedings, allegation, screening.id(), screening.clearOn(), screening.recordedAt());
    }

    /** It runs once for an allegation, from the first day that anybody has told. */
    private RightsClock started(
            Proceedings proceedings, Allegation allegation, UUID happening, LocalDate clearOn, Instant recordedAt) {
        var clock = proceedings.clock();
        var clear = Happening.on(happening, Trigger.MANDATORY_REFERRAL_CLEAR, clearOn);
        var awaited = awaited(allegation, clock);
        if (awaited.stream().anyMatch(timer -> isSince(timer, clearOn))
                || referral.openGrounds(proceedings, allegation).isEmpty()) {
            return clock;
        }
        var started = clock.start(clear, rules, recordedAt);
        var isRunning =
                started.timers().stream().anyMatch(timer -> timer.happening().equals(happening));
        if (isRunning) { // no rule binds a day before there was one: then the later day goes on counting
            for (var later : awaited) {
                started = started.supersede(later.id(), recordedAt);
            }
        }
        return started;
    }

    private static boolean isSince(Timer timer, LocalDate clearOn) {
        var startedAt = timer.startedAt();
        return startedAt != null
                && !LocalDate.ofInstant(startedAt, WorkingDays.LONDON).isAfter(clearOn);
    }

    /** The clock after a decision: a referral is what the duty asks for; a decision against one is not. */
    RightsClock afterDecision(Proceedings proceedings, Referral decided) {
        var clock = proceedings.clock();
        if (!decided.decision().isReferred()) {
            return clock;
        }
        for (var timer : clock.timers()) {
            var isMeant = decided.allegations().stream()
                    .map(proceedings::allegation)
                    .anyMatch(allegation -> isOf(timer, allegation));
            if (isMeant) {
                clock = met(clock, timer, decided);
            }
        }
        return clock;
    }

    private RightsClock met(RightsClock clock, Timer timer, Referral decided) {
        var now = decided.recordedAt();
        var may = timer.stateAt(now).next();
        var day = decided.facts().day();
        if (day.isPresent() && may.contains(TimerState.MET)) {
            var at = day.get().atStartOfDay(WorkingDays.LONDON).toInstant();
            return clock.meet(timer.id(), evidence(notBefore(timer, at)), rules, now);
        }
        return may.contains(TimerState.UNKNOWN) ? clock.unknown(timer.id(), now) : clock;
    }

    /** A force may have referred what became clear here only later: then it was in time. */
    private static Instant notBefore(Timer timer, Instant at) {
        var start = timer.startedAt();
        return start != null && start.isAfter(at) ? start : at;
    }

    private static Evidence evidence(Instant at) {
        return new Evidence(
                at,
                Evidence.Channel.BETWEEN_BODIES,
                Evidence.Party.POLICE,
                Evidence.Party.IOPC,
                Evidence.Agreement.UNKNOWN);
    }

    private static List<Timer> awaited(Allegation allegation, RightsClock clock) {
        return clock.timers().stream()
                .filter(timer -> isOf(timer, allegation) && timer.state() == TimerState.RUNNING)
                .toList();
    }

    private static boolean isOf(Timer timer, Allegation allegation) {
        return timer.trigger() == Trigger.MANDATORY_REFERRAL_CLEAR
                && Stream.concat(
                                allegation.screenings().stream().map(Screening::id),
                                allegation.versions().stream().map(version -> UUID.fromString(version.id())))
                        .anyMatch(timer.happening()::equals);
    }
}
