package org.candour.access;

import java.util.Optional;
import org.candour.vault.BlindField;
import org.candour.vault.BlindIndex;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/**
 * The conflict rule (DESIGN section 2): computed from the case and the token, not declared. It beats every grant, and a
 * query applies the same rule, so that no list shows what the gate would refuse.
 */
@Component
class Conflicts {
    private final Bodies bodies;
    private final BlindIndex blindIndex;

    Conflicts(Bodies bodies, BlindIndex blindIndex) {
        this.bodies = bodies;
        this.blindIndex = blindIndex;
    }

    /** Whoever names no organisation cannot be checked, so they come near nothing; nor does the victim in another role. */
    boolean stands(Actor actor, CaseAccess access) {
        var marks = access.marks();
        return access.isOwnedBy(actor)
                || actor.body().map(body -> stands(body, marks)).orElse(true)
                || actor.nameToken().map(marks.people()::contains).orElse(false);
    }

    boolean stands(BodyId body, ConflictMarks marks) {
        // A body that nobody has listed may be a force for all we know.
        return marks.bodies().contains(token(body)) || (marks.isForceUnknown() && bodies.mayBeForce(body));
    }

    /** The same rule as part of a query on {@code case_access}. */
    Criteria noneFor(Actor actor) {
        return noneFor(actor, "");
    }

    /** The same, where what is stored in {@code case_access} was joined under a name. */
    Criteria noneFor(Actor actor, String under) {
        if (actor.body().isEmpty()) {
            return Criteria.where(under + "_id").in();
        }
        var body = actor.body().get();
        var rule = Criteria.where(under + "_id") // so that nothing is shown of a case that nobody has entered
                .exists(true)
                .and(under + "owner")
                .ne(actor.id().value())
                .and(under + "conflictingBodies")
                .ne(token(body));
        actor.nameToken()
                .ifPresent(token -> rule.and(under + "conflictingPeople").ne(token));
        if (bodies.mayBeForce(body)) {
            rule.and(under + "isForceUnknown").is(false);
        }
        return rule;
    }

    String token(BodyId body) {
        return blindIndex.token(BlindField.BODY, body.value());
    }

    /** Empty for what is no full name: a lone surname would shut out half a force. */
    Optional<String> nameToken(String name) {
        return blindIndex.tokenIfAny(BlindField.PERSON_NAME, name);
    }
}
