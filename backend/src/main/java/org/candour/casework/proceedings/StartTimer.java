package org.candour.casework.proceedings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.Happening;
import org.candour.casework.timers.RuleBook;
import org.candour.casework.timers.Tier;
import org.candour.casework.timers.Trigger;
import org.candour.casework.timers.WorkingDays;
import org.jspecify.annotations.Nullable;

/** An advocate records something that belongs to no track and starts or ends time limits, or which limits hold. */
@UseCase
public class StartTimer {
    private final Gate gate;
    private final ProceedingsRegister register;
    private final RuleBook rules;
    private final Clock clock;

    StartTimer(Gate gate, ProceedingsRegister register, RuleBook rules, Clock clock) {
        this.gate = gate;
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Records what happened, and starts and ends the clocks.
     *
     * @param on the day, if anybody knows it
     * @param at the moment, for what counts in hours; it decides where both are given
     * @param agreedDays within how many days the next contact was agreed, for {@link Trigger#CONTACT_MADE}
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws HappeningRefused if it belongs to a track, or lies in the future
     * @throws VersionConflict if the proceedings have changed since
     */
    public long record(
            CaseId caseId,
            Trigger trigger,
            Optional<LocalDate> on,
            Optional<Instant> at,
            @Nullable Integer agreedDays,
            long version,
            Actor actor) {
        gate.admit(actor, Act.START_TIMER, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        if (!outsideTracks().contains(trigger)) {
            throw new HappeningRefused("trigger", HappeningRefused.Rule.BELONGS_TO_A_TRACK);
        }
        var moment =
                at.or(() -> on.map(day -> day.atStartOfDay(WorkingDays.LONDON).toInstant()));
        var now = clock.instant();
        if (moment.filter(now::isBefore).isPresent()) {
            throw new HappeningRefused(at.isPresent() ? "at" : "on", HappeningRefused.Rule.IN_THE_FUTURE);
        }
        var happening = new Happening(UUID.randomUUID(), trigger, moment.orElse(null), agreedDays);
        proceedings.judge(rightsClock -> rightsClock.start(happening, rules, now));
        return register.save(proceedings);
    }

    /**
     * Changes the tier: open timers are counted anew, closed ones stay as they were judged.
     *
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws VersionConflict if the proceedings have changed since
     */
    public long changeTier(CaseId caseId, Tier tier, long version, Actor actor) {
        gate.admit(actor, Act.CHANGE_TIER, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        proceedings.judge(rightsClock -> rightsClock.changeTier(tier, rules, clock.instant()));
        return register.save(proceedings);
    }

    /** What no track tells: everything else is told there, with who decided and who knew. */
    static Set<Trigger> outsideTracks() {
        var triggers = EnumSet.allOf(Trigger.class);
        Arrays.stream(Step.values()).flatMap(step -> step.trigger().stream()).forEach(triggers::remove);
        triggers.removeAll(EnumSet.of(
                Trigger.POLICE_DECIDED_NOT_TO_PROSECUTE,
                Trigger.CPS_DECIDED_NOT_TO_PROSECUTE,
                Trigger.MANDATORY_REFERRAL_CLEAR,
                Trigger.REFERRED_TO_IOPC));
        return triggers;
    }
}
