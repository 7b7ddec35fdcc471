package org.candour.casework.chronology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.casework.VersionConflict;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The chronology of one case. Entries are added; one that was wrong is superseded by another, and stays. */
@Document("chronologies")
@TypeAlias("chronology")
final class Chronology {
    static final int MAX_ENTRIES = 1_000;
    static final int MAX_STATEMENTS = 10_000;
    /** One document, of which MongoDB holds 16 MiB. */
    static final int MAX_SEALED_BYTES = 4 * 1024 * 1024;

    @Id
    private final UUID id;

    private final List<Entry> entries;
    private final List<Alarm> alarms;

    @Version
    private @Nullable Long version;

    @PersistenceCreator
    Chronology(UUID id, List<Entry> entries, List<Alarm> alarms, @Nullable Long version) {
        this.id = id;
        this.entries = new ArrayList<>(entries);
        this.alarms = new ArrayList<>(alarms);
        this.version = version;
    }

    static Chronology empty(CaseId id) {
        return new Chronology(id.value(), List.of(), List.of(), null);
    }

    /**
     * Adds a fact.
     *
     * @throws EntryRefused if there is no room
     */
    void add(Entry entry) {
        requireRoom(entry.words());
        requireRoomFor(entry.knownBy().size());
        entries.add(entry);
        raise(entry, true);
    }

    /**
     * Supersedes an entry by the one that names it, which takes over what is recorded of bodies that it says nothing of.
     *
     * @throws NoSuchThing if there is no such entry
     * @throws EntrySuperseded if it has been corrected before
     * @throws EntryRefused if there is no room
     */
    void correct(Entry correction) {
        var corrected = standing(correction.corrected().orElseThrow(NoSuchThing::new));
        var whole = correction.takingOver(corrected);
        requireRoom(whole.words());
        requireRoomFor(whole.knownBy().size());
        entries.add(whole);
        raise(correction, !corrected.isContactWithoutAction());
        supply(corrected, correction);
    }

    /**
     * Records that a body came to know of a fact.
     *
     * @throws NoSuchThing if there is no such entry
     * @throws EntrySuperseded if it has been corrected
     * @throws EntryRefused if there is no room
     */
    void knew(String entryId, BodyKnew statement) {
        var entry = standing(entryId);
        requireRoomFor(1);
        entries.set(entries.indexOf(entry), entry.with(statement));
    }

    /**
     * Closes an alarm.
     *
     * @throws NoSuchThing if there is no such alarm
     * @throws AlarmConflict unless it is raised
     * @throws EntryRefused if there is no room
     */
    void close(String alarmId, String eventId, Instant at, String by, Sealed<Alarm.Reason> reason) {
        requireRoom(reason);
        var alarm = alarms.stream()
                .filter(known -> known.id().equals(alarmId))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
        alarms.set(alarms.indexOf(alarm), alarm.closed(eventId, at, by, reason));
    }

    private void raise(Entry by, boolean isNews) {
        if (by.isContactWithoutAction() && isNews) {
            int contacts = (int)
                    standing().stream().filter(Entry::isContactWithoutAction).count();
            if (contacts >= 2) {
                raiseRepeated(by, contacts);
            }
        }
        if (by.kind() == EntryKind.VETTING_KNOWLEDGE && !by.hasRationale()) {
            alarms.add(Alarm.raised(AlarmCode.RATIONALE_MISSING, by, 1));
        }
        if (by.kind() == EntryKind.VETTING_KNOWLEDGE && by.particulars().reviewOn() == null) {
            alarms.add(Alarm.raised(AlarmCode.REVIEW_DATE_MISSING, by, 1));
        }
    }

    /** One alarm for all contacts: it rises with each, and what somebody closed opens again. */
    private void raiseRepeated(Entry by, int contacts) {
        var repeated = alarms.stream()
                .filter(alarm -> alarm.code() == AlarmCode.REPEATED_CONTACT_WITHOUT_ACTION)
                .findFirst();
        repeated.ifPresentOrElse(
                alarm -> alarms.set(alarms.indexOf(alarm), alarm.raisedAgain(by, contacts)),
                () -> alarms.add(Alarm.raised(AlarmCode.REPEATED_CONTACT_WITHOUT_ACTION, by, contacts)));
    }

    /** What was missing from an entry is asked of its correction instead. */
    private void supply(Entry corrected, Entry correction) {
        alarms.replaceAll(alarm -> isAskedOf(alarm, corrected) ? alarm.supplied(correction) : alarm);
    }

    private static boolean isAskedOf(Alarm alarm, Entry entry) {
        return alarm.code() != AlarmCode.REPEATED_CONTACT_WITHOUT_ACTION
                && alarm.state() != AlarmState.SUPPLIED
                && alarm.last().about().equals(entry.id());
    }

    private Entry standing(String entryId) {
        var entry = entries.stream()
                .filter(known -> known.id().equals(entryId))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
        supersededBy(entryId).ifPresent(by -> {
            throw new EntrySuperseded(by);
        });
        return entry;
    }

    private List<Entry> standing() {
        Set<String> superseded =
                entries.stream().flatMap(entry -> entry.corrected().stream()).collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> !superseded.contains(entry.id()))
                .toList();
    }

    private void requireRoom(Sealed<?> more) {
        long bytes = more.envelope().length
                + entries.stream()
                        .mapToLong(entry -> entry.words().envelope().length)
                        .sum();
        if (entries.size() >= MAX_ENTRIES || bytes > MAX_SEALED_BYTES) {
            throw new EntryRefused("what", EntryRefused.Reason.FULL);
        }
    }

    private void requireRoomFor(int statements) {
        int known = entries.stream().mapToInt(entry -> entry.knownBy().size()).sum();
        if (known + statements > MAX_STATEMENTS) {
            throw new EntryRefused("knownBy", EntryRefused.Reason.FULL);
        }
    }

    Optional<String> supersededBy(String entryId) {
        return entries.stream()
                .filter(entry -> entry.corrected().filter(entryId::equals).isPresent())
                .map(Entry::id)
                .findFirst();
    }

    /** When what is recorded at {@code now} counts as recorded: to the millisecond, and never before what stands here. */
    Instant recordingAt(Instant now) {
        return entries.stream()
                .flatMap(Entry::recordings)
                .reduce(now.truncatedTo(ChronoUnit.MILLIS), (a, b) -> a.isAfter(b) ? a : b);
    }

    /**
     * Makes sure that nobody has changed it since the caller read it.
     *
     * @throws VersionConflict if somebody has
     */
    void requireVersion(long expected) {
        if (version() != expected) {
            throw new VersionConflict(version());
        }
    }

    CaseId id() {
        return new CaseId(id);
    }

    /** Oldest first, by when they were recorded. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Optional<Entry> entry(String entryId) {
        return entries.stream().filter(entry -> entry.id().equals(entryId)).findFirst();
    }

    List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    /** 0 for one that nobody has written to. */
    long version() {
        return version == null ? 0 : version + 1;
    }
}
