package org.candour.api;

import java.util.Arrays;

/** Whoever comes to the door; {@code endpoint-matrix.txt} says who they are. */
enum Caller {
    OWNER("own", true),
    OTHER_VICTIM("vic", true),
    ADVOCATE("adv", true),
    OTHER_ADVOCATE("ad2", true),
    INVESTIGATOR("inv", true),
    OWN_FORCE("frc", true),
    COMMISSIONER("com", true),
    AUDITOR("aud", true),
    CUSTODIAN("key", true),
    COURT_FEED("crt", true),
    ROSTER_FEED("ros", true),

    NO_TOKEN("non", false),
    EXPIRED("exp", false),
    OTHER_REALM("rlm", false),
    OTHER_AUDIENCE("oth", false),
    ID_TOKEN("idt", false),
    REFRESH_TOKEN("ref", false),
    UNSIGNED("uns", false),
    HS256("hs2", false),
    OWN_KEY("sef", false);

    private final String column;
    private final boolean isSignedIn;

    Caller(String column, boolean isSignedIn) {
        this.column = column;
        this.isSignedIn = isSignedIn;
    }

    String column() {
        return column;
    }

    /** Whether they have a token that counts. */
    boolean isSignedIn() {
        return isSignedIn;
    }

    static Caller ofColumn(String column) {
        return Arrays.stream(values())
                .filter(caller -> caller.column.equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The table has an unknown column " + column));
    }
}
