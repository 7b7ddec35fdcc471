package org.candour.casework.proceedings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.ClockFull;
import org.candour.casework.timers.Happening;
import org.candour.casework.timers.KnownHappening;
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
     * What happened outside the tracks.
     *
     * @param on the day, if anybody knows it
     * @param at the moment, for what counts in hours; it decides where both are given
     * @param agreedDays within how many days the next contact was agreed, for {@link Trigger#CONTACT_MADE}
     * @param corrects what was told wrongly and is told right by this, if anything was
     */
    public record NewHappening(
            Trigger trigger,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable Integer agreedDays,
            @Nullable UUID corrects) {
        @Override
        public String toString() {
            return "NewHappening[" + trigger + "]";
        }
    }

    /**
     * Records what happened, and starts, fulfils and ends the clocks.
     *
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws ClockFull if the case holds as many timers, judgements and happenings as one may
     * @throws HappeningRefused if it belongs to a track, lies in the future, or corrects what does not hold or belongs to a track
     * @throws VersionConflict if the proceedings have changed since
     */
    public long record(CaseId caseId, NewHappening told, long version, Actor actor) {
        gate.admit(actor, Act.START_TIMER, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        requireOutsideTracks(told.trigger(), "trigger");
        var now = clock.instant();
        var moment = moment(told);
        if (moment.filter(now::isBefore).isPresent()) {
            throw new HappeningRefused(told.at() != null ? "at" : "on", HappeningRefused.Rule.IN_THE_FUTURE);
        }
        var happening = new Happening(UUID.randomUUID(), told.trigger(), moment.orElse(null), told.agreedDays());
        var errors = Optional.ofNullable(told.corrects()).stream().toList();
        for (var error : errors) {
            var wrong = told(error, proceedings)
                    .orElseThrow(() -> new HappeningRefused("corrects", HappeningRefused.Rule.NOT_TOLD));
            requireOutsideTracks(wrong, "corrects");
        }
        return changed(proceedings, errors, List.of(happening), now);
    }

    /**
     * Takes back what never happened. What it had started never was owed, and what it had fulfilled or ended is open again.
     *
     * @param version the version of the proceedings that the actor saw
     * @return the new version
     * @throws HappeningRefused if it belongs to a track
     * @throws NoSuchThing if nothing of this id was told in this case, or it was taken back already
     * @throws VersionConflict if the proceedings have changed since
     */
    public long takeBack(CaseId caseId, UUID happening, long version, Actor actor) {
        gate.admit(actor, Act.START_TIMER, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        requireOutsideTracks(told(happening, proceedings).orElseThrow(NoSuchThing::new), "happeningId");
        return changed(proceedings, List.of(happening), List.of(), clock.instant());
    }

    private long changed(Proceedings proceedings, List<UUID> errors, List<Happening> instead, Instant now) {
        proceedings.judge(rightsClock -> rightsClock.correct(errors, instead, rules, now));
        proceedings.clock().requireRoom();
        return register.save(proceedings);
    }

    private static Optional<Instant> moment(NewHappening told) {
        return Optional.ofNullable(told.at())
                .or(() -> Optional.ofNullable(told.on())
                        .map(day -> day.atStartOfDay(WorkingDays.LONDON).toInstant()));
    }

    private static Optional<Trigger> told(UUID happening, Proceedings proceedings) {
        return proceedings.clock().happenings().stream()
                .map(KnownHappening::happening)
                .filter(known -> known.id().equals(happening))
                .map(Happening::trigger)
                .findFirst();
    }

    private static void requireOutsideTracks(Trigger trigger, String field) {
        if (!outsideTracks().contains(trigger)) {
            throw new HappeningRefused(field, HappeningRefused.Rule.BELONGS_TO_A_TRACK);
        }
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
