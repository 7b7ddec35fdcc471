package org.candour.casework.proceedings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.ClockFull;
import org.candour.casework.timers.Evidence;
import org.candour.casework.timers.EvidenceRefused;
import org.candour.casework.timers.Judgement.ReasonCode;
import org.candour.casework.timers.NoSuchTimer;
import org.candour.casework.timers.PauseConflict;
import org.candour.casework.timers.PauseRefused;
import org.candour.casework.timers.RightsClock;
import org.candour.casework.timers.RuleBook;
import org.candour.casework.timers.TimerConflict;
import org.candour.casework.timers.WorkingDays;

/** An advocate records what became of a timer. */
@UseCase
public class JudgeTimer {
    /** What an advocate may find, besides that it was done. */
    public enum Verdict {
        /** The victim does not want it. */
        WAIVED_BY_VICTIM,
        /** Telling would endanger somebody. */
        WITHHELD_FOR_SAFETY,
        /** The victim wants it after all, or it is safe now. */
        RESUMED,
        /** The duty holder gave a reason why not. */
        REASON_GIVEN,
        /** The limit is extended for a reason, as far as its rule says. */
        EXTENDED,
        /** Nobody here knows whether it was done. */
        UNKNOWN,
        /** What came later took its place. */
        SUPERSEDED
    }

    private final Gate gate;
    private final ProceedingsRegister register;
    private final RuleBook rules;
    private final Clock clock;

    JudgeTimer(Gate gate, ProceedingsRegister register, RuleBook rules, Clock clock) {
        this.gate = gate;
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Records evidence that it was done, in time or late.
     *
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws NoSuchTimer if the case has no such timer
     * @throws TimerConflict if the timer is closed
     * @throws ClockFull if the case holds as many timers and judgements as one may
     * @throws EvidenceRefused if the evidence is from before its start, or from the future
     * @throws VersionConflict if the proceedings have changed since
     */
    public long meet(CaseId caseId, UUID timerId, Evidence evidence, long version, Actor actor) {
        gate.admit(actor, Act.JUDGE_TIMER, caseId);
        return judged(caseId, version, (rightsClock, now) -> rightsClock.meet(timerId, evidence, rules, now));
    }

    /**
     * Records anything else that was found.
     *
     * @param reason why; needed for {@link Verdict#REASON_GIVEN} and {@link Verdict#EXTENDED}
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws HappeningRefused if a reason is missing
     * @throws NoSuchTimer if the case has no such timer
     * @throws TimerConflict if it is not possible from where the timer stands
     * @throws VersionConflict if the proceedings have changed since
     */
    public long judge(
            CaseId caseId, UUID timerId, Verdict verdict, Optional<ReasonCode> reason, long version, Actor actor) {
        gate.admit(actor, Act.JUDGE_TIMER, caseId);
        return judged(caseId, version, (rightsClock, now) -> switch (verdict) {
            case WAIVED_BY_VICTIM -> rightsClock.waive(timerId, now);
            case WITHHELD_FOR_SAFETY -> rightsClock.withhold(timerId, now);
            case RESUMED -> rightsClock.resume(timerId, rules, now);
            case REASON_GIVEN -> rightsClock.giveReason(timerId, needed(reason), now);
            case EXTENDED -> rightsClock.extend(timerId, needed(reason), now);
            case UNKNOWN -> rightsClock.unknown(timerId, now);
            case SUPERSEDED -> rightsClock.supersede(timerId, now);
        });
    }

    /**
     * Records since when a timer runs of which nobody knew that.
     *
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws HappeningRefused if the day has not come yet
     * @throws NoSuchTimer if the case has no such timer
     * @throws TimerConflict if it is known, or the timer is closed
     * @throws VersionConflict if the proceedings have changed since
     */
    public long date(CaseId caseId, UUID timerId, LocalDate on, long version, Actor actor) {
        gate.admit(actor, Act.JUDGE_TIMER, caseId);
        return judged(caseId, version, (rightsClock, now) -> {
            var start = on.atStartOfDay(WorkingDays.LONDON).toInstant();
            if (start.isAfter(now)) {
                throw new HappeningRefused("on", HappeningRefused.Rule.IN_THE_FUTURE);
            }
            return rightsClock.startFrom(timerId, start, rules, now);
        });
    }

    /**
     * Records that a clock stopped, where its rule says that it may.
     *
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws HappeningRefused if the day has not come yet
     * @throws NoSuchTimer if the case has no such timer
     * @throws PauseConflict unless it runs, its rule lets it stop, and it does not stand still
     * @throws PauseRefused if its time had not begun that day, or was over, or it stood still
     * @throws VersionConflict if the proceedings have changed since
     */
    public long pause(CaseId caseId, UUID timerId, LocalDate from, long version, Actor actor) {
        gate.admit(actor, Act.JUDGE_TIMER, caseId);
        return judged(caseId, version, (rightsClock, now) -> {
            requireCome(from, "from", now);
            return rightsClock.pause(timerId, from, rules, now);
        });
    }

    /**
     * Records that a clock that stood still goes on; its limits move by the whole days.
     *
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws HappeningRefused if the day has not come yet
     * @throws NoSuchTimer if the case has no such timer
     * @throws PauseConflict unless it stands still
     * @throws PauseRefused if the day is before the one it stopped on
     * @throws VersionConflict if the proceedings have changed since
     */
    public long unpause(CaseId caseId, UUID timerId, LocalDate to, long version, Actor actor) {
        gate.admit(actor, Act.JUDGE_TIMER, caseId);
        return judged(caseId, version, (rightsClock, now) -> {
            requireCome(to, "to", now);
            return rightsClock.unpause(timerId, to, rules, now);
        });
    }

    private static void requireCome(LocalDate day, String field, Instant now) {
        if (day.isAfter(LocalDate.ofInstant(now, WorkingDays.LONDON))) {
            throw new HappeningRefused(field, HappeningRefused.Rule.IN_THE_FUTURE);
        }
    }

    private long judged(CaseId caseId, long version, BiFunction<RightsClock, Instant, RightsClock> judgement) {
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        var now = clock.instant();
        proceedings.judge(rightsClock -> judgement.apply(rightsClock.turned(rules, now), now));
        proceedings.clock().requireRoom();
        return register.save(proceedings);
    }

    private static ReasonCode needed(Optional<ReasonCode> reason) {
        return reason.orElseThrow(() -> new HappeningRefused("reason", HappeningRefused.Rule.REASON_MISSING));
    }
}
