package org.candour.access;

import java.time.Clock;
import java.util.EnumSet;
import org.springframework.data.mongodb.core.MongoOperations;

/** Somebody says who they are. Members of staff can be given a grant once they have. */
@UseCase
public class SignOn {
    private final Gate gate;
    private final MongoOperations mongo;
    private final Clock clock;

    SignOn(Gate gate, MongoOperations mongo, Clock clock) {
        this.gate = gate;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Signs the actor on; of a victim nothing is kept. */
    public void signOn(Actor actor) {
        gate.admit(actor, Act.SIGN_ON);
        if (!EnumSet.of(Role.VICTIM).containsAll(actor.roles())) {
            mongo.save(StaffMember.of(actor, clock.instant()));
        }
    }
}
