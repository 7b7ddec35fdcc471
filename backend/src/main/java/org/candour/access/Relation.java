package org.candour.access;

/** What an act needs besides the role. */
enum Relation {
    /** Nothing: the act concerns no one case, or shows nothing of it but dates and states. */
    NONE,
    /** The case is the actor's own. */
    OWNER,
    /** A live grant on this very case. */
    GRANT,
    /** The case is the actor's own and they act as its victim, or a live grant on it. */
    PARTY,
    /** The actor is asked to take this very case, or has accepted it: enough to answer, and to see nothing. */
    PROPOSED,
    /** A live grant on this very case, or the commissioner's office. */
    TEAM,
    /** The disclosure is released, and to the actor's body, and the victim agrees that it is. */
    AUDIENCE,
    /** The actor has asked for this very thing: enough to see what became of it, and to give it up. */
    REQUESTER
}
