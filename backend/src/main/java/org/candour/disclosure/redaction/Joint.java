package org.candour.disclosure.redaction;

/**
 * What may stand between two pieces of a written form. In a form, each is one private-use character, which no folded word
 * contains.
 */
enum Joint {
    /** Inside a name: {@code O'Connor}, {@code Anna-Maria}, {@code Anna Maria}, {@code Annamaria}. */
    WITHIN('\uE000', true, " \n-'"),
    /** Between the words of a name, or nothing: {@code anna.oconnor}, {@code AnnaOConnor}. */
    BETWEEN('\uE001', true, " \n-._"),
    /** As {@link #BETWEEN}, but never nothing: {@code A Long} is not {@code along}. */
    APART('\uE002', false, " \n-._"),
    /** After a family name that comes first. */
    REVERSED('\uE003', false, " \n,"),
    /** Between the parts of an address. */
    ADDRESS('\uE004', false, " \n-.,"),
    /** Between the characters of a number or a sign. */
    LOOSE('\uE005', true, " \n-._/()':@");

    /** No run of separators longer than this joins anything. */
    static final int LONGEST = 8;

    private static final char FIRST = '\uE000';
    private static final char LAST = '\uE00F';

    private final char symbol;
    private final boolean isOptional;
    private final String allowed;

    Joint(char symbol, boolean isOptional, String allowed) {
        this.symbol = symbol;
        this.isOptional = isOptional;
        this.allowed = allowed;
    }

    boolean isOptional() {
        return isOptional;
    }

    boolean joins(NormalisedText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (allowed.indexOf(text.at(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    char symbol() {
        return symbol;
    }

    /** The form's text for this joint. */
    @Override
    public String toString() {
        return String.valueOf(symbol);
    }

    static boolean isSymbol(char symbol) {
        return symbol >= FIRST && symbol <= LAST;
    }
}
