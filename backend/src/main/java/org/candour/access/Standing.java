package org.candour.access;

import java.util.Optional;
import java.util.UUID;

/**
 * What the gate must know of a thing that hangs on a case and has keys and a life of its own.
 *
 * @param object its id
 * @param caseId the case it hangs on
 * @param audience the body it is released to at this moment; empty while it is not released, or no longer
 * @param requester who has asked for it; empty for what nobody asks for
 */
public record Standing(UUID object, CaseId caseId, Optional<BodyId> audience, Optional<ActorId> requester) {
    /** Of a thing that is released to a body, or to none. */
    public Standing(UUID object, CaseId caseId, Optional<BodyId> audience) {
        this(object, caseId, audience, Optional.empty());
    }

    /** Of a thing that somebody has asked for. */
    static Standing askedFor(UUID object, CaseId caseId, ActorId requester) {
        return new Standing(object, caseId, Optional.empty(), Optional.of(requester));
    }
}
