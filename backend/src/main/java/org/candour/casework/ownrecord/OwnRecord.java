package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.casework.VersionConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What was added to one case after the report, and the flags that this raised: one document, so that nothing is ever added
 * without its flag. All of it only grows.
 */
@Document("own_records")
@TypeAlias("own-record")
@CompoundIndex(name = "flags", def = "{'flags.kind': 1, _id: -1}")
final class OwnRecord {
    /** With the bounds of each text, this keeps the document at some half of what the store takes (16 MiB). */
    static final int MOST_ENTRIES = 100;

    /** Small ones, so that nobody who changes their mind often is kept from withdrawing. */
    private static final int MOST_CHANGES = 5_000;

    @Id
    private final UUID id;

    private final List<SafeContactVersion> safeContacts;
    private final List<Correction> corrections;
    private final List<Retaliation> retaliations;
    private final List<Flag> flags;
    private final List<ParticipationChange> participations;

    @Version
    private @Nullable Long version;

    @PersistenceCreator
    OwnRecord(
            UUID id,
            List<SafeContactVersion> safeContacts,
            List<Correction> corrections,
            List<Retaliation> retaliations,
            List<Flag> flags,
            @Nullable List<ParticipationChange> participations,
            @Nullable Long version) {
        this.id = id;
        this.safeContacts = new ArrayList<>(safeContacts);
        this.corrections = new ArrayList<>(corrections);
        this.retaliations = new ArrayList<>(retaliations);
        this.flags = new ArrayList<>(flags);
        this.participations = new ArrayList<>(Objects.requireNonNullElse(participations, List.of()));
        this.version = version;
    }

    static OwnRecord empty(CaseId caseId) {
        return new OwnRecord(caseId.value(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /**
     * Adds a safe-contact record, if it is the next one.
     *
     * @throws VersionConflict if there is another since
     */
    void add(SafeContactVersion next, UUID about, Instant now) {
        if (next.number() != safeContactVersion() + 1) {
            throw new VersionConflict(safeContactVersion());
        }
        add(safeContacts, next);
        flags.add(new Flag(about, FlagKind.SAFE_CONTACT_CHANGED, now, null));
    }

    void add(Correction correction) {
        add(corrections, correction);
        flags.add(new Flag(correction.id(), FlagKind.ACCOUNT_CORRECTED, correction.recordedAt(), null));
    }

    void add(Retaliation retaliation) {
        add(retaliations, retaliation);
        flags.add(new Flag(retaliation.id(), FlagKind.RETALIATION, retaliation.recordedAt(), null));
    }

    /**
     * Goes where the victim wants.
     *
     * @throws ParticipationConflict if the table of {@link Participation} has no such move
     */
    void move(ParticipationChange change) {
        requireNext(change.to());
        if (participations.size() >= MOST_CHANGES) {
            throw new OwnRecordFull();
        }
        participations.add(change);
        flags.add(new Flag(change.id(), FlagKind.PARTICIPATION_CHANGED, change.at(), null));
    }

    /** @throws ParticipationConflict if the table of {@link Participation} has no such move from where the victim stands */
    void requireNext(Participation to) {
        if (!participation().next().contains(to)) {
            throw new ParticipationConflict(participation(), to);
        }
    }

    /** Everybody takes part until they say otherwise. */
    Participation participation() {
        return participations.isEmpty()
                ? Participation.TAKING_PART
                : participations.get(participations.size() - 1).to();
    }

    List<ParticipationChange> participations() {
        return List.copyOf(participations);
    }

    private static <T> void add(List<T> entries, T entry) {
        if (entries.size() >= MOST_ENTRIES) {
            throw new OwnRecordFull();
        }
        entries.add(entry);
    }

    /**
     * Notes that somebody looked; the first time stands.
     *
     * @return whether nobody had
     * @throws NoSuchThing if it has no such flag
     */
    boolean see(UUID about, Instant now) {
        var index = IntStream.range(0, flags.size())
                .filter(i -> flags.get(i).about().equals(about))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
        return flags.set(index, flags.get(index).seen(now)).seenAt() == null;
    }

    /** The number of the newest; 0 if the report's own still stands. */
    long safeContactVersion() {
        return safeContacts.size();
    }

    Optional<SafeContactVersion> safeContact() {
        return safeContacts.isEmpty() ? Optional.empty() : Optional.of(safeContacts.get(safeContacts.size() - 1));
    }

    /** As the victim gave them, oldest first. */
    List<SafeContactVersion> safeContacts() {
        return List.copyOf(safeContacts);
    }

    List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    List<Retaliation> retaliations() {
        return List.copyOf(retaliations);
    }

    @Override
    public String toString() {
        return "OwnRecord[" + id + "]";
    }

    /** The document's own, which also counts what others added; 0 before the first write. */
    long version() {
        return version == null ? 0 : version;
    }

    List<Flag> flags() {
        return List.copyOf(flags);
    }
}
