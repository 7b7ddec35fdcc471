package org.candour.access;

/** Why the gate refused, for the ledger; whoever asked learns none of it. */
enum RefusalReason {
    /** No role in the token allows the act. */
    ROLE,
    /** The act needs a second factor given a short while ago; nothing else was looked at. */
    STEP_UP,
    /** There is no such case or disclosure. */
    ABSENT,
    /** Not their own case, no live grant on it, or not released to their body. */
    RELATION,
    /** A conflict of interest stands. */
    CONFLICT,
    /** What is stored of who may come near is not what the ledger says. */
    STALE
}
