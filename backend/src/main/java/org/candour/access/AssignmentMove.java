package org.candour.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * An assignment reached a stage.
 *
 * @param by the pseudonym of whoever moved it
 * @param reason why; null where nobody has to say
 */
@TypeAlias("assignment-move")
public record AssignmentMove(
        AssignmentStage stage,
        Instant at,
        String by,
        @Nullable AssignmentReason reason) {}
