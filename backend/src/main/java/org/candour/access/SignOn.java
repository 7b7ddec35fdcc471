package org.candour.access;

import java.time.Clock;
import java.util.EnumSet;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/** Somebody says who they are. Members of staff can be given a grant once they have. */
@UseCase
public class SignOn {
    private final Gate gate;
    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final Clock clock;

    SignOn(Gate gate, MongoOperations mongo, Aggregates aggregates, Clock clock) {
        this.gate = gate;
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /** Signs the actor on; of a victim nothing is kept. */
    public void signOn(Actor actor) {
        gate.admit(actor, Act.SIGN_ON);
        if (!EnumSet.of(Role.VICTIM).containsAll(actor.roles())) {
            var before = aggregates.find(StaffMember.class, actor.id().value());
            keep(StaffMember.of(actor, clock.instant(), before));
        }
    }

    private void keep(StaffMember member) {
        try {
            mongo.save(member);
        } catch (OptimisticLockingFailureException | DuplicateKeyException alsoSignedOn) {
            // by another request of the same person at this moment
        }
    }
}
