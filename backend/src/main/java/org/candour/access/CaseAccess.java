package org.candour.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Who may come near one case. */
@Document("case_access")
@TypeAlias("case-access")
@CompoundIndex(name = "owner", def = "{owner: 1, _id: -1}")
@CompoundIndex(name = "grantee", def = "{'grants.grantee': 1, _id: -1}")
final class CaseAccess {
    @Id
    private final UUID id;

    private final String owner;
    private final Set<String> conflictingBodies;
    private final Set<String> conflictingPeople;
    private final boolean isForceUnknown;
    private final List<Grant> grants;
    private final List<Consent> consents;

    @Version
    private @Nullable Long version;

    @PersistenceCreator
    CaseAccess(
            UUID id,
            String owner,
            Set<String> conflictingBodies,
            Set<String> conflictingPeople,
            boolean isForceUnknown,
            List<Grant> grants,
            @Nullable List<Consent> consents,
            @Nullable Long version) {
        this.id = id;
        this.owner = owner;
        this.conflictingBodies = conflictingBodies;
        this.conflictingPeople = conflictingPeople;
        this.isForceUnknown = isForceUnknown;
        this.grants = List.copyOf(grants);
        this.consents = consents == null ? List.of() : List.copyOf(consents);
        this.version = version;
    }

    CaseAccess(CaseId id, ActorId owner, ConflictMarks marks) {
        this(
                id.value(),
                owner.value(),
                marks.bodies(),
                marks.people(),
                marks.isForceUnknown(),
                List.of(),
                List.of(),
                null);
    }

    CaseId id() {
        return new CaseId(id);
    }

    boolean isOwnedBy(Actor actor) {
        return owner.equals(actor.id().value());
    }

    boolean isGrantedTo(Actor actor, Instant now) {
        return grants.stream().anyMatch(grant -> grant.isLive(actor, now));
    }

    ConflictMarks marks() {
        return new ConflictMarks(conflictingBodies, conflictingPeople, isForceUnknown);
    }

    List<Grant> grants() {
        return grants;
    }

    /** The same, with one grant more. */
    CaseAccess with(Grant grant) {
        var more = Stream.concat(grants.stream(), Stream.of(grant)).toList();
        return new CaseAccess(id, owner, conflictingBodies, conflictingPeople, isForceUnknown, more, consents, version);
    }

    List<Consent> consents() {
        return consents;
    }

    boolean hasConsent(BodyId recipient, Purpose purpose, Instant now) {
        return consents.stream().anyMatch(consent -> consent.isAlike(recipient, purpose) && consent.isLive(now));
    }

    /** The same, with one consent more, which takes the place of those alike. */
    CaseAccess with(Consent consent) {
        var before = consents.stream()
                .map(one -> one.isAlike(consent.recipient(), consent.purpose()) && one.isLive(consent.from())
                        ? one.endingAt(consent.from())
                        : one);
        return withConsents(Stream.concat(before, Stream.of(consent)).toList());
    }

    /**
     * The same, with this consent and all alike withdrawn.
     *
     * @throws NoSuchThing if it has no such consent
     */
    CaseAccess withdrawing(UUID consent, Instant now) {
        var named = consents.stream()
                .filter(one -> one.id().equals(consent))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
        return withConsents(consents.stream()
                .map(one ->
                        one.isAlike(named.recipient(), named.purpose()) && one.isLive(now) ? one.withdrawn(now) : one)
                .toList());
    }

    private CaseAccess withConsents(List<Consent> changed) {
        return new CaseAccess(
                id, owner, conflictingBodies, conflictingPeople, isForceUnknown, grants, changed, version);
    }

    long version() {
        return version == null ? 0 : version;
    }
}
