package org.candour.disclosure;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candour.access.ActorId;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.Standing;
import org.candour.disclosure.redaction.Redaction;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A redacted copy of a case's account for one body, from its draft to its end. */
@Document("disclosures")
@TypeAlias("disclosure")
@CompoundIndex(name = "recipient", def = "{recipient: 1, stage: 1, _id: -1}")
@CompoundIndex(name = "stage", def = "{stage: 1, _id: -1}")
final class Disclosure {
    @Id
    private final UUID id;

    private final UUID caseId;
    private final String recipient;
    private final Set<String> authors;
    private final Instant preparedAt;
    private final int additions;
    private Sealed<Working> working;
    private Map<String, Integer> counts;
    private int awaitingReview;
    private Stage stage;
    private @Nullable Sealed<RedactedFile> copy;
    private @Nullable String approver;
    private @Nullable Instant expiresAt;

    @Version
    private @Nullable Long version;

    @PersistenceCreator
    Disclosure(
            UUID id,
            UUID caseId,
            String recipient,
            Set<String> authors,
            Instant preparedAt,
            int additions,
            Sealed<Working> working,
            Map<String, Integer> counts,
            int awaitingReview,
            Stage stage,
            @Nullable Sealed<RedactedFile> copy,
            @Nullable String approver,
            @Nullable Instant expiresAt,
            @Nullable Long version) {
        this.id = id;
        this.caseId = caseId;
        this.recipient = recipient;
        this.authors = new HashSet<>(authors);
        this.preparedAt = preparedAt;
        this.additions = additions;
        this.working = working;
        this.counts = counts;
        this.awaitingReview = awaitingReview;
        this.stage = stage;
        this.copy = copy;
        this.approver = approver;
        this.expiresAt = expiresAt;
        this.version = version;
    }

    static Disclosure drafted(
            DisclosureId id,
            CaseId caseId,
            BodyId recipient,
            ActorId author,
            Instant at,
            int additions,
            Sealed<Working> working,
            List<Redaction> redactions) {
        var draft = new Disclosure(
                id.value(),
                caseId.value(),
                recipient.value(),
                Set.of(author.value()),
                at,
                additions,
                working,
                Map.of(),
                0,
                Stage.DRAFT,
                null,
                null,
                null,
                null);
        draft.count(redactions);
        return draft;
    }

    /**
     * Replaces the redactions.
     *
     * @throws StageConflict unless it is a draft
     */
    void correct(Sealed<Working> corrected, List<Redaction> redactions, ActorId author) {
        require(Stage.DRAFT);
        authors.add(author.value());
        working = corrected;
        count(redactions);
    }

    private void count(List<Redaction> redactions) {
        counts = redactions.stream()
                .collect(Collectors.toMap(redaction -> redaction.category().name(), redaction -> 1, Integer::sum));
        awaitingReview =
                (int) redactions.stream().filter(Redaction::needsReview).count();
    }

    /**
     * Makes sure that it can be proposed, before its copy is made.
     *
     * @throws StageConflict unless it is a draft
     * @throws ReviewMissing while a redaction waits for a person to look at it
     */
    void requireProposable() {
        require(Stage.DRAFT);
        if (awaitingReview > 0) {
            throw new ReviewMissing(awaitingReview);
        }
    }

    /** Takes the copy in, and waits for approval; the conditions are those of {@link #requireProposable}. */
    void propose(Sealed<RedactedFile> redacted, ActorId author) {
        requireProposable();
        moveTo(Stage.PROPOSED);
        authors.add(author.value());
        copy = redacted;
    }

    /**
     * Approves it.
     *
     * @throws SecondPersonNeeded if {@code approver} prepared, corrected or proposed it
     * @throws StageConflict unless it is waiting for approval
     */
    void approve(ActorId approver) {
        if (authors.contains(approver.value())) {
            throw new SecondPersonNeeded(id());
        }
        moveTo(Stage.APPROVED);
        this.approver = approver.value();
    }

    /**
     * Lets the recipient read it.
     *
     * @param expiresAt the first instant at which they no longer may
     * @throws StageConflict unless it is approved
     */
    void release(Instant expiresAt) {
        moveTo(Stage.RELEASED);
        this.expiresAt = expiresAt;
    }

    /**
     * Ends it, from any stage but the end.
     *
     * @throws StageConflict if it has ended
     */
    void withdraw() {
        moveTo(Stage.ENDED);
    }

    private void moveTo(Stage next) {
        if (!stage.next().contains(next)) {
            throw new StageConflict(stage);
        }
        stage = next;
    }

    private void require(Stage needed) {
        if (stage != needed) {
            throw new StageConflict(stage);
        }
    }

    /**
     * Makes sure that nobody has changed it since the caller read it.
     *
     * @throws DisclosureChanged if somebody has
     */
    void requireVersion(long expected) {
        if (version() != expected) {
            throw new DisclosureChanged(version());
        }
    }

    /**
     * Makes sure that it was made from all that the victim has said until now.
     *
     * @param known how often they have added to it
     * @throws DisclosureOutdated if they have since
     */
    void requireCurrent(int known) {
        if (additions != known) {
            throw new DisclosureOutdated(id());
        }
    }

    /** What the gate must know. */
    Standing standing(Instant now) {
        var isReadable = stage == Stage.RELEASED && expiresAt != null && now.isBefore(expiresAt);
        return new Standing(id, new CaseId(caseId), isReadable ? Optional.of(new BodyId(recipient)) : Optional.empty());
    }

    DisclosureSummary summary() {
        return new DisclosureSummary(
                id,
                caseId,
                recipient,
                stage,
                preparedAt,
                expiresAt,
                counts,
                awaitingReview,
                approver != null,
                version());
    }

    DisclosureId id() {
        return new DisclosureId(id);
    }

    BodyId recipient() {
        return new BodyId(recipient);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    Sealed<Working> working() {
        return working;
    }

    Optional<Sealed<RedactedFile>> copy() {
        return Optional.ofNullable(copy);
    }

    long version() {
        return version == null ? 0 : version;
    }
}
