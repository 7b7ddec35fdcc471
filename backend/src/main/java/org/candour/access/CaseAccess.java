package org.candour.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.access.GrantRefused.Reason;
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
@CompoundIndex(name = "grantee-due", def = "{'grants.grantee': 1, 'facts.dueOn': 1, _id: -1}")
@CompoundIndex(name = "grantee-changed", def = "{'grants.grantee': 1, 'facts.changedAt': -1, _id: -1}")
@CompoundIndex(name = "asked", def = "{'assignments.advocate': 1, 'assignments.stage': 1, _id: -1}")
@CompoundIndex(name = "due", def = "{'facts.dueOn': 1, _id: -1}")
@CompoundIndex(name = "changed", def = "{'facts.changedAt': -1, _id: -1}")
@CompoundIndex(name = "status", def = "{'facts.status': 1, _id: -1}")
@CompoundIndex(name = "status-due", def = "{'facts.status': 1, 'facts.dueOn': 1, _id: -1}")
@CompoundIndex(name = "status-changed", def = "{'facts.status': 1, 'facts.changedAt': -1, _id: -1}")
final class CaseAccess {
    @Id
    private final UUID id;

    private final String owner;
    private final Set<String> conflictingBodies;
    private final Set<String> conflictingPeople;
    private final boolean isForceUnknown;
    private final List<Grant> grants;
    private final List<Assignment> assignments;
    private final List<Consent> consents;
    private final Facts facts;

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
            @Nullable List<Assignment> assignments,
            @Nullable List<Consent> consents,
            @Nullable Facts facts,
            @Nullable Long version) {
        this.id = id;
        this.owner = owner;
        this.conflictingBodies = conflictingBodies;
        this.conflictingPeople = conflictingPeople;
        this.isForceUnknown = isForceUnknown;
        this.grants = List.copyOf(grants);
        this.assignments = assignments == null ? List.of() : List.copyOf(assignments);
        this.consents = consents == null ? List.of() : List.copyOf(consents);
        this.facts = facts == null ? Facts.NONE : facts;
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
                List.of(),
                Facts.NONE,
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

    /** Who is asked to take the case, and who holds it. */
    People people() {
        return new People(assignments, grants);
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
        return with(people(), changed, facts);
    }

    /** The same, with other people on the case; itself if they are the same. */
    CaseAccess with(People people) {
        return people.equals(people()) ? this : with(people, consents, facts);
    }

    /** The same, with other facts for the lists; itself if they are the same. */
    CaseAccess with(Facts described) {
        return described.equals(facts) ? this : with(people(), consents, described);
    }

    /**
     * Makes sure that the case may come to an advocate in this way, whatever the conflict rule says.
     *
     * @param holder from whom it comes; empty for a first assignment
     * @throws GrantRefused if the holder does not hold it, or it would be a sharing that nobody has consented to
     */
    void requireMayGoTo(Actor advocate, Optional<Actor> holder, AssignmentKind kind, Instant now) {
        var body = advocate.body().orElseThrow(() -> new GrantRefused(Reason.CONFLICT));
        if (kind.hasHolder()
                && holder.filter(one -> people().holds(one.id().value(), now)).isEmpty()) {
            throw new GrantRefused(Reason.HOLDER);
        }
        var isSameBody = holder.map(one -> one.body().equals(Optional.of(body)))
                .orElseGet(() -> people().bodies(now).stream().allMatch(body.value()::equals));
        if (kind == AssignmentKind.REFERRAL) {
            requireReferral(body, isSameBody, now);
        } else if (!isSameBody) {
            throw new GrantRefused(Reason.OTHER_BODY);
        }
    }

    private void requireReferral(BodyId recipient, boolean isSameBody, Instant now) {
        if (isSameBody) {
            throw new GrantRefused(Reason.KIND);
        }
        if (!hasConsent(recipient, Purpose.SUPPORT, now)) {
            throw new GrantRefused(Reason.CONSENT);
        }
    }

    Facts facts() {
        return facts;
    }

    private CaseAccess with(People people, List<Consent> agreed, Facts described) {
        return new CaseAccess(
                id,
                owner,
                conflictingBodies,
                conflictingPeople,
                isForceUnknown,
                people.grants(),
                people.assignments(),
                agreed,
                described,
                version);
    }

    long version() {
        return version == null ? 0 : version;
    }
}
