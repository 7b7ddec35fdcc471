package org.candour.casework.risk;

/** The answer to one item. Not knowing is not no. */
public enum ItemAnswer {
    YES,
    NO,
    DONT_KNOW,
    NOT_ASKED;

    /** Whether it may be yes for all that is known. */
    boolean isOpen() {
        return switch (this) {
            case YES, NO -> false;
            case DONT_KNOW, NOT_ASKED -> true;
        };
    }
}
