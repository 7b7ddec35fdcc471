package org.candour.casework.ownrecord;

/** What somebody answered; that they do not know, or were not asked, is an answer too. */
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    static Answer of(@org.jspecify.annotations.Nullable Boolean said) {
        if (said == null) {
            return UNKNOWN;
        }
        return said ? YES : NO;
    }
}
