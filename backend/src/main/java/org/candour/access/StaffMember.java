package org.candour.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the token of a member of staff said when they last signed on, so that a grant can be checked for a conflict before it
 * is given. No name: pseudonym, roles, body and the blind token of the name.
 */
@Document("staff")
@TypeAlias("staff-member")
@CompoundIndex(name = "roles", def = "{roles: 1, _id: 1}")
record StaffMember(
        @Id String id,
        Set<Role> roles,
        @Nullable String body,
        @Nullable String nameToken,
        Instant seenAt,
        @Version @Nullable Long version) {
    /** @param before what was known until now; empty at the first time */
    static StaffMember of(Actor actor, Instant now, Optional<StaffMember> before) {
        return new StaffMember(
                actor.id().value(),
                actor.roles(),
                actor.body().map(BodyId::value).orElse(null),
                actor.nameToken().orElse(null),
                now,
                before.map(StaffMember::version).orElse(null));
    }

    @Override
    public String toString() {
        return "StaffMember[" + id + "]";
    }

    Actor asActor() {
        return new Actor(
                new ActorId(id), roles, Optional.ofNullable(body).map(BodyId::of), Optional.ofNullable(nameToken));
    }
}
