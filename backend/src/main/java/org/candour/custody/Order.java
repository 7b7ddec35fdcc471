package org.candour.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.access.ActorId;
import org.candour.vault.KeyRotation.Moved;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** A rotation or an erasure: proposed by one custodian, approved by another, then carried out step by step. */
@Document("custody_orders")
@TypeAlias("custody-order")
final class Order {
    @Id
    private final UUID id;

    private final @Nullable KeyGroup group;
    private final @Nullable UUID object;
    private final String proposer;
    private final Instant proposedAt;
    private Stage stage;
    private @Nullable String approver;
    private @Nullable Instant approvedAt;
    private List<String> old;
    private @Nullable String successor;
    private @Nullable Instant madeAt;
    private long rewrapped;
    private long rejected;
    private boolean passWasEmpty;
    private @Nullable UUID passAfter;
    private @Nullable String certificate;

    @Version
    @SuppressWarnings("UnusedVariable") // Spring Data reads and writes it
    private @Nullable Long version;

    @PersistenceCreator
    Order(
            UUID id,
            @Nullable KeyGroup group,
            @Nullable UUID object,
            String proposer,
            Instant proposedAt,
            Stage stage,
            List<String> old) {
        this.id = id;
        this.group = group;
        this.object = object;
        this.proposer = proposer;
        this.proposedAt = proposedAt;
        this.stage = stage;
        this.old = List.copyOf(old);
    }

    static Order rotation(KeyGroup group, ActorId proposer, Instant now) {
        return new Order(OrderId.next().value(), group, null, proposer.value(), now, Stage.PROPOSED, List.of());
    }

    static Order erasure(UUID object, ActorId proposer, Instant now) {
        return new Order(OrderId.next().value(), null, object, proposer.value(), now, Stage.PROPOSED, List.of());
    }

    /**
     * Approves it.
     *
     * @throws OrderClosed unless it waits for approval
     * @throws SecondCustodianNeeded if {@code custodian} proposed it
     */
    void approve(ActorId custodian, Instant now) {
        requireProposed();
        if (custodian.value().equals(proposer)) {
            throw new SecondCustodianNeeded(id());
        }
        moveTo(Stage.APPROVED);
        approver = custodian.value();
        approvedAt = now;
    }

    /** @throws OrderClosed unless it waits for approval: a rotation that has begun is carried out */
    void cancel() {
        requireProposed();
        moveTo(Stage.CANCELLED);
    }

    private void requireProposed() {
        if (stage != Stage.PROPOSED) {
            throw new OrderClosed(id(), stage);
        }
    }

    /** Notes the keys that are to go. */
    void began(Collection<String> keyIds) {
        old = List.copyOf(keyIds);
        moveTo(group == null ? Stage.DESTROYING : Stage.MAKING);
    }

    void made(String keyId, Instant now) {
        successor = keyId;
        madeAt = now;
        beginPass();
        moveTo(Stage.MOVING);
    }

    /** Counts what a part of a pass did; at the end of one that found nothing, the order goes on to {@code then}. */
    void moved(Moved part, Stage then) {
        rewrapped += part.moved();
        rejected = part.rejected() + (passAfter == null ? 0 : rejected);
        passWasEmpty &= part.isNothing();
        passAfter = part.next().orElse(null);
        if (passAfter == null) {
            if (passWasEmpty) {
                moveTo(then);
            }
            beginPass();
        }
    }

    private void beginPass() {
        passWasEmpty = true;
        passAfter = null;
    }

    void settled() {
        beginPass();
        moveTo(Stage.LAST_PASS);
    }

    void destroyed(Collection<String> keyIds) {
        old = List.copyOf(keyIds);
        moveTo(Stage.CERTIFYING);
    }

    void certified(String note) {
        certificate = note;
        moveTo(Stage.DONE);
    }

    private void moveTo(Stage next) {
        if (!stage.next().contains(next)) {
            throw new OrderClosed(id(), stage);
        }
        stage = next;
    }

    OrderId id() {
        return new OrderId(id);
    }

    Optional<KeyGroup> group() {
        return Optional.ofNullable(group);
    }

    Optional<UUID> object() {
        return Optional.ofNullable(object);
    }

    Stage stage() {
        return stage;
    }

    Optional<String> approver() {
        return Optional.ofNullable(approver);
    }

    Set<String> old() {
        return new HashSet<>(old);
    }

    Optional<Instant> madeAt() {
        return Optional.ofNullable(madeAt);
    }

    Optional<UUID> passAfter() {
        return Optional.ofNullable(passAfter);
    }

    OrderSummary summary() {
        return new OrderSummary(
                id.toString(),
                group,
                object,
                stage,
                proposer,
                proposedAt,
                approver,
                approvedAt,
                new ArrayList<>(old),
                successor,
                rewrapped,
                rejected,
                certificate);
    }
}
