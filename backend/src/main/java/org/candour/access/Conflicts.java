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

    boolean stands(Actor actor, ConflictMarks marks) {
        return actor.body().map(body -> stands(body, marks)).orElse(false)
                || actor.nameToken().map(marks.people()::contains).orElse(false);
    }

    boolean stands(BodyId body, ConflictMarks marks) {
        // A body that nobody has listed may be a force for all we know.
        return marks.bodies().contains(token(body)) || (marks.isForceUnknown() && bodies.mayBeForce(body));
    }

    /** The same rule as part of a query on {@code case_access}. */
    Criteria noneFor(Actor actor) {
        var rule = new Criteria();
        actor.nameToken().ifPresent(token -> rule.and("conflictingPeople").ne(token));
        actor.body().ifPresent(body -> {
            rule.and("conflictingBodies").ne(token(body));
            if (bodies.mayBeForce(body)) {
                rule.and("isForceUnknown").is(false);
            }
        });
        return rule;
    }

    String token(BodyId body) {
        return blindIndex.token(BlindField.BODY, body.value());
    }

    Optional<String> token(PersonName name) {
        return name.token(blindIndex);
    }
}
