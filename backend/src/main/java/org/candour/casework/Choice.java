package org.candour.casework;

import java.util.EnumSet;
import java.util.Set;

/** What a victim can do next; nothing of it ever has to be done. */
public enum Choice {
    ADD_TO_ACCOUNT,
    WRITE,
    PAUSE,
    TAKE_BACK_CONSENT,
    WITHDRAW;

    /** What there is to choose while a case stands so. */
    static Set<Choice> in(Status status) {
        return switch (status) { // no default: a new status does not compile until it is placed here
            case RECEIVED, IN_SUPPORT, WITH_INVESTIGATORS -> EnumSet.allOf(Choice.class);
            case CLOSED -> EnumSet.of(ADD_TO_ACCOUNT, WRITE, TAKE_BACK_CONSENT);
        };
    }
}
