package org.candour.casework.proceedings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.RightsClock;
import org.candour.casework.timers.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** What was alleged in one case, and what became of it. Whatever is told stays: corrections and withdrawals are additions. */
@Document("proceedings")
@TypeAlias("proceedings")
@CompoundIndex(name = "overdue", def = "{_id: -1, 'clock.overdueFrom': 1}")
final class Proceedings {
    /** With the longest words that each may carry, that many stay well under what the store takes in one document. */
    static final int MOST_ENTRIES = 400;

    @Id
    private final UUID id;

    private final List<Allegation> allegations;
    private final List<TrackEntry> entries;
    private final List<Referral> referrals;
    private final List<AlarmClosing> closings;
    private final List<TaskChange> taskChanges;
    private RightsClock clock;
    private @Nullable LocalDate nextDueOn;

    @Version
    private @Nullable Long version;

    @PersistenceCreator
    Proceedings(
            UUID id,
            List<Allegation> allegations,
            List<TrackEntry> entries,
            List<Referral> referrals,
            List<AlarmClosing> closings,
            List<TaskChange> taskChanges,
            RightsClock clock,
            @Nullable LocalDate nextDueOn,
            @Nullable Long version) {
        this.id = id;
        this.allegations = new ArrayList<>(allegations);
        this.entries = new ArrayList<>(entries);
        this.referrals = new ArrayList<>(referrals);
        this.closings = new ArrayList<>(closings);
        this.taskChanges = new ArrayList<>(taskChanges);
        this.clock = clock;
        this.nextDueOn = nextDueOn;
        this.version = version;
    }

    /** Those of a case of which nothing has been told. */
    static Proceedings untold(CaseId id) {
        return new Proceedings(
                id.value(), List.of(), List.of(), List.of(), List.of(), List.of(), RightsClock.untouched(), null, null);
    }

    /** Adds an allegation, and starts the clock of a referral if its category alone asks for one. */
    void add(Allegation allegation, ReferralClock referral) {
        requireRoom();
        allegations.add(allegation);
        clock = referral.afterTelling(this, allegation);
    }

    /** Adds a correction; what was told before stays. */
    void correct(UUID allegation, AllegationVersion correction, ReferralClock referral) {
        requireRoom();
        change(allegation, before -> before.corrected(correction));
        clock = referral.afterTelling(this, allegation(allegation));
    }

    /** @throws StateConflict if the table of {@link AllegationState} has no such move */
    void move(UUID allegation, AllegationMove move) {
        requireRoom();
        change(allegation, before -> before.moved(move));
    }

    /** Adds the answers, and starts the clock of a referral if they ask for one that nobody has made or awaits. */
    void screen(UUID allegation, Screening screening, ReferralClock referral) {
        requireRoom();
        change(allegation, before -> before.screened(screening));
        clock = referral.afterScreening(this, allegation(allegation), screening);
    }

    /** Adds the decision, which ends the clock of a referral for the allegations it concerns. */
    void refer(Referral decided, ReferralClock referral) {
        requireRoom();
        decided.allegations().forEach(this::allegation);
        referrals.add(decided);
        clock = referral.afterDecision(this, decided);
    }

    /**
     * Adds what happened on a track, or puts it in the place of what it corrects, and starts and ends the clocks.
     *
     * @throws StateConflict if it is not possible from where the track stands for one of the allegations
     */
    void enter(TrackEntry entry, RuleBook rules) {
        requireRoom();
        entry.allegations().forEach(this::allegation);
        var after = history().with(entry);
        allegations.forEach(one -> after.requireLegal(entry.track(), one.id()));
        clock = new TrackClock(rules).after(entry, clock);
        entries.add(entry);
    }

    void close(AlarmClosing closing) {
        requireRoom();
        closings.add(closing);
    }

    void change(TaskChange change) {
        requireRoom();
        taskChanges.add(change);
    }

    /** Takes over the clock as somebody has judged it. */
    void judge(UnaryOperator<RightsClock> judgement) {
        clock = judgement.apply(clock);
    }

    /** Says when something is next to be done; for lists. */
    void dueNext(Optional<LocalDate> day) {
        nextDueOn = day.orElse(null);
    }

    /**
     * Makes sure that nobody has changed them since the caller read them.
     *
     * @throws VersionConflict if somebody has
     */
    void requireVersion(long expected) {
        if (version() != expected) {
            throw new VersionConflict(version());
        }
    }

    private void requireRoom() {
        var size = entries.size() + referrals.size() + closings.size() + taskChanges.size();
        var told = allegations.stream()
                .mapToInt(one -> one.versions().size()
                        + one.screenings().size()
                        + one.moves().size())
                .sum();
        if (size + told >= MOST_ENTRIES) {
            throw new FactRefused("", FactRefused.Rule.TOO_MANY);
        }
    }

    private void change(UUID allegation, UnaryOperator<Allegation> change) {
        var before = allegation(allegation);
        allegations.set(allegations.indexOf(before), change.apply(before));
    }

    /** @throws FactRefused if there is no such allegation on this case */
    Allegation allegation(UUID wanted) {
        return find(wanted).orElseThrow(() -> new FactRefused("allegations", FactRefused.Rule.NOT_KNOWN));
    }

    /** @throws NoSuchThing if there is no such allegation on this case */
    void requireHere(UUID wanted) {
        if (find(wanted).isEmpty()) {
            throw new NoSuchThing();
        }
    }

    Optional<Allegation> find(UUID wanted) {
        return allegations.stream().filter(one -> one.id().equals(wanted)).findFirst();
    }

    CaseId id() {
        return new CaseId(id);
    }

    List<Allegation> allegations() {
        return List.copyOf(allegations);
    }

    TrackHistory history() {
        return new TrackHistory(entries);
    }

    List<Referral> referrals() {
        return List.copyOf(referrals);
    }

    List<AlarmClosing> closings() {
        return List.copyOf(closings);
    }

    List<TaskChange> taskChanges() {
        return List.copyOf(taskChanges);
    }

    RightsClock clock() {
        return clock;
    }

    Optional<LocalDate> nextDueOn() {
        return Optional.ofNullable(nextDueOn);
    }

    /** 0 before anything was told; from then on one more with each write. */
    long version() {
        return version == null ? 0 : version + 1;
    }

    boolean isNew() {
        return version == null;
    }
}
