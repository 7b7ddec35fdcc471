package org.candour.access;

import java.util.Optional;
import java.util.UUID;

/**
 * What the gate must know of a thing that hangs on a case and has keys and a life of its own.
 *
 * @param object its id
 * @param caseId the case it hangs on
 * @param audience the body it is released to at this moment; empty while it is not released, or no longer
 */
public record Standing(UUID object, CaseId caseId, Optional<BodyId> audience) {}
