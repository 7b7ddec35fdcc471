package org.candour.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candour.ledger.Recorded;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody without a grant asks for a case in an emergency; somebody else decides. */
@Document("emergency_requests")
@TypeAlias("emergency-request")
@CompoundIndex(name = "waiting", def = "{stage: 1, _id: -1}")
@CompoundIndex(name = "requester", def = "{requester: 1, _id: -1}")
@CompoundIndex(name = "case", def = "{caseId: 1, _id: -1}")
final class EmergencyRequest {
    /** Who was challenged for a second factor first has tried shortly before. */
    private static final Duration SHORTLY_BEFORE = Duration.ofMinutes(15);

    @Id
    private final UUID id;

    private final UUID caseId;
    private final String requester;
    private final String body;
    private final Instant askedAt;
    private final int minutes;
    private final Instant decideBy;
    private final Sealed<EmergencyReason> reason;
    private EmergencyStage stage;
    private @Nullable String decidedBy;
    private @Nullable Instant until;
    private @Nullable Instant endedAt;
    private @Nullable Instant heldBackUntil;
    private @Nullable Sealed<EmergencyReason> whyHeldBack;

    @Version
    private @Nullable Long version;

    @PersistenceCreator
    EmergencyRequest(
            UUID id,
            UUID caseId,
            String requester,
            String body,
            Instant askedAt,
            int minutes,
            Instant decideBy,
            Sealed<EmergencyReason> reason,
            EmergencyStage stage,
            @Nullable String decidedBy,
            @Nullable Instant until,
            @Nullable Instant endedAt,
            @Nullable Instant heldBackUntil,
            @Nullable Sealed<EmergencyReason> whyHeldBack,
            @Nullable Long version) {
        this.id = id;
        this.caseId = caseId;
        this.requester = requester;
        this.body = body;
        this.askedAt = askedAt;
        this.minutes = minutes;
        this.decideBy = decideBy;
        this.reason = reason;
        this.stage = stage;
        this.decidedBy = decidedBy;
        this.until = until;
        this.endedAt = endedAt;
        this.heldBackUntil = heldBackUntil;
        this.whyHeldBack = whyHeldBack;
        this.version = version;
    }

    static EmergencyRequest asked(
            EmergencyRequestId id,
            CaseId caseId,
            Actor requester,
            Instant at,
            int minutes,
            Instant decideBy,
            Sealed<EmergencyReason> reason) {
        return new EmergencyRequest(
                id.value(),
                caseId.value(),
                requester.id().value(),
                requester.body().map(BodyId::value).orElse("UNKNOWN"),
                at,
                minutes,
                decideBy,
                reason,
                EmergencyStage.WAITING,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * Approves it.
     *
     * @return the access it gives, from {@code now} on
     * @throws SecondApproverNeeded if {@code approver} asked for it
     * @throws EmergencyClosed unless it waits for a decision
     */
    Grant approve(ActorId approver, Instant now) {
        decide(approver, EmergencyStage.APPROVED, now);
        until = now.plus(Duration.ofMinutes(minutes));
        return grant(until, approver.value());
    }

    private Grant grant(Instant end, String approver) {
        return new Grant(requester, Role.ADVOCATE, end.minus(Duration.ofMinutes(minutes)), end, approver);
    }

    /**
     * Gives the access up before its minutes are over, or takes the request back before it is decided.
     *
     * @return the access that it had given, if it had
     * @throws EmergencyClosed if it is refused, or its time is over
     */
    Optional<Grant> end(Instant now) {
        moveTo(stage(now) == EmergencyStage.WAITING ? EmergencyStage.WITHDRAWN : EmergencyStage.ENDED, now);
        endedAt = now;
        return until == null ? Optional.empty() : Optional.of(grant(until, Objects.requireNonNull(decidedBy)));
    }

    boolean isEnded() {
        return stage == EmergencyStage.ENDED;
    }

    /** Keeps it, and what is done under it, from the victim's access log for a time: nothing is dropped. */
    void holdBack(Instant end, Sealed<EmergencyReason> why) {
        heldBackUntil = end;
        whyHeldBack = why;
    }

    /**
     * Refuses it.
     *
     * @throws SecondApproverNeeded if {@code refuser} asked for it
     * @throws EmergencyClosed unless it waits for a decision
     */
    void refuse(ActorId refuser, Instant now) {
        decide(refuser, EmergencyStage.REFUSED, now);
    }

    private void decide(ActorId by, EmergencyStage next, Instant now) {
        if (by.value().equals(requester)) {
            throw new SecondApproverNeeded();
        }
        moveTo(next, now);
        decidedBy = by.value();
    }

    private void moveTo(EmergencyStage next, Instant now) {
        var current = stage(now);
        if (!current.next().contains(next)) {
            throw new EmergencyClosed(current);
        }
        stage = next;
    }

    EmergencyStage stage(Instant now) {
        return stage.by(now, decideBy, until);
    }

    /**
     * Whether the victim may not see this entry yet: until somebody has decided whether it must be held back, and for as long
     * as it is. That is every entry about this request, and all that the requester did on the case meanwhile.
     */
    boolean holdsBack(Recorded recorded, Instant now) {
        return isHeldBack(now) && (isAboutThis(recorded) || isByRequesterMeanwhile(recorded));
    }

    private boolean isHeldBack(Instant now) {
        return stage(now) == EmergencyStage.WAITING || (heldBackUntil != null && now.isBefore(heldBackUntil));
    }

    private boolean isAboutThis(Recorded recorded) {
        return recorded.entry().object().equals(Optional.of(id));
    }

    private boolean isByRequesterMeanwhile(Recorded recorded) {
        return recorded.entry().actor().equals(requester)
                && !recorded.at().isBefore(askedAt.minus(SHORTLY_BEFORE))
                && recorded.at().isBefore(until == null ? decideBy : until);
    }

    EmergencyRequestId id() {
        return new EmergencyRequestId(id);
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    Standing standing() {
        return Standing.askedFor(id, caseId(), new ActorId(requester));
    }

    Sealed<EmergencyReason> reason() {
        return reason;
    }

    Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Optional<Sealed<EmergencyReason>> whyHeldBack() {
        return Optional.ofNullable(whyHeldBack);
    }

    long version() {
        return version == null ? 0 : version;
    }

    EmergencySummary summary(Instant now) {
        return new EmergencySummary(
                id, caseId, requester, body, askedAt, minutes, decideBy, stage(now), until, endedAt);
    }
}
