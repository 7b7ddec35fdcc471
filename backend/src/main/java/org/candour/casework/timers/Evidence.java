package org.candour.casework.timers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a duty was done (DOMAIN 2.5). Codes alone: what was said stands in the case's notes.
 *
 * @param at when it was done
 * @param channel how
 * @param toldBy who told
 * @param toldTo whom
 * @param victimAgrees whether the victim says so too
 */
public record Evidence(Instant at, Channel channel, Party toldBy, Party toldTo, Agreement victimAgrees) {
    /** Something that is its own evidence: it happened. */
    static Evidence byHappening(Instant at, DutyHolder dutyHolder) {
        var by = switch (dutyHolder) {
            case VICTIM -> Party.VICTIM;
            case POLICE -> Party.POLICE;
            case COURT -> Party.COURT;
            case WITNESS_CARE_UNIT -> Party.WITNESS_CARE_UNIT;
            default -> Party.OTHER_BODY;
        };
        return new Evidence(at, Channel.UNKNOWN, by, Party.UNKNOWN, Agreement.UNKNOWN);
    }

    /**
     * Makes sure that it can be about what began then.
     *
     * @throws EvidenceRefused if it is from before, or from the future
     */
    void check(@Nullable Instant startedAt, Instant now) {
        if (isOutside(startedAt, now)) {
            throw new EvidenceRefused();
        }
    }

    boolean isOutside(@Nullable Instant startedAt, Instant now) {
        return at.isAfter(now) || (startedAt != null && at.isBefore(startedAt));
    }

    /** How something was said. */
    public enum Channel {
        IN_PERSON,
        PHONE,
        LETTER,
        EMAIL,
        TEXT_MESSAGE,
        PORTAL,
        IN_COURT,
        BETWEEN_BODIES,
        UNKNOWN
    }

    /** Who told, and who was told, by role. */
    public enum Party {
        POLICE,
        CPS,
        WITNESS_CARE_UNIT,
        COURT,
        PROBATION,
        IOPC,
        LOCAL_POLICING_BODY,
        COMMISSIONER,
        ADVOCATE,
        VICTIM,
        VICTIMS_REPRESENTATIVE,
        OTHER_BODY,
        UNKNOWN
    }

    /** Whether the victim agrees that they were told. */
    public enum Agreement {
        YES,
        NO,
        UNKNOWN
    }
}
