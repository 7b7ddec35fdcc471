package org.candour.casework.ownrecord;

/** Why the case team should look. */
public enum FlagKind {
    /** The victim may be reached in another way than before. */
    SAFE_CONTACT_CHANGED,
    /** The victim added to their account. */
    ACCOUNT_CORRECTED,
    /** Something was done to the victim after they reported. */
    RETALIATION,
    /** The victim has paused, goes on, or does not take part any more. */
    PARTICIPATION_CHANGED
}
