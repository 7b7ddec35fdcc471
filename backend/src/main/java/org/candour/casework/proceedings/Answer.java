package org.candour.casework.proceedings;

/** The answer to a question of fact. {@code UNKNOWN} is a value: it was asked, and nobody could say. */
public enum Answer {
    YES,
    NO,
    UNKNOWN
}
