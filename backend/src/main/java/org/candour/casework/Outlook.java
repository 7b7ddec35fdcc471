package org.candour.casework;

/** What a victim who waits can count on. */
public enum Outlook {
    /** Nothing yet; somebody looks again on a day that is set. */
    NEXT_CHECK,
    /** Nothing yet; that day has come. */
    CHECKING_NOW,
    /** Nothing yet, and no day is set. */
    NO_CHECK,
    /** Nobody works on the case any more, so nobody will look. */
    ENDED
}
