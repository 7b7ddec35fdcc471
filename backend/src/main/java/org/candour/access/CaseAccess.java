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
@CompoundIndex(name = "grantee-due", def = "{'grants.grantee': 1, 'facts.dueOn': 1, _id: -1}")
@CompoundIndex(name = "grantee-changed", def = "{'grants.grantee': 1, 'facts.changedAt': -1, _id: -1}")
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
            @Nullable Facts facts,
            @Nullable Long version) {
        this.id = id;
        this.owner = owner;
        this.conflictingBodies = conflictingBodies;
        this.conflictingPeople = conflictingPeople;
        this.isForceUnknown = isForceUnknown;
        this.grants = List.copyOf(grants);
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

    List<Grant> grants() {
        return grants;
    }

    /** The same, with one grant more. */
    CaseAccess with(Grant grant) {
        var more = Stream.concat(grants.stream(), Stream.of(grant)).toList();
        return with(more, facts);
    }

    /** The same, with other facts for the lists. */
    CaseAccess with(Facts described) {
        return with(grants, described);
    }

    Facts facts() {
        return facts;
    }

    private CaseAccess with(List<Grant> given, Facts described) {
        return new CaseAccess(
                id, owner, conflictingBodies, conflictingPeople, isForceUnknown, given, described, version);
    }

    long version() {
        return version == null ? 0 : version;
    }
}
