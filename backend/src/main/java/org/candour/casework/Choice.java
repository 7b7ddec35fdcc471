package org.candour.casework;

import java.util.EnumSet;
import java.util.Set;
import org.candour.casework.ownrecord.Participation;

/** What a victim can do next; nothing of it ever has to be done. */
public enum Choice {
    ADD_TO_ACCOUNT,
    WRITE,
    PAUSE,
    /** Go on after a pause. */
    GO_ON,
    TAKE_BACK_CONSENT,
    WITHDRAW,
    /** Take the case up again after having withdrawn. */
    TAKE_UP_AGAIN;

    /** What there is to choose while a case stands so. */
    static Set<Choice> in(Status status, Participation participation) {
        var choices = EnumSet.of(ADD_TO_ACCOUNT, WRITE, TAKE_BACK_CONSENT);
        choices.addAll(
                switch (participation) { // no default: a new one does not compile until it is placed here
                    case TAKING_PART -> status == Status.CLOSED ? Set.<Choice>of() : Set.of(PAUSE, WITHDRAW);
                    case PAUSED -> Set.of(GO_ON, WITHDRAW);
                    case WITHDRAWN -> Set.of(TAKE_UP_AGAIN);
                });
        return choices;
    }
}
