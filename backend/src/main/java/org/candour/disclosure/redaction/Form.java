package org.candour.disclosure.redaction;

/**
 * Whose written form this is and how sure it makes us.
 *
 * @param party the position in the list of known parties, or {@link #KEEP}
 * @param label what stands in the text instead, before the category is added; empty for {@link #KEEP}
 */
record Form(int party, String label, Kind kind, Category category, boolean needsReview) {
    /** Names and signs that stay readable: the accused's. */
    static final int KEEP = -1;

    enum Kind {
        /** Two words of the name or more: it can mean nobody else. */
        WHOLE,
        /** One word of a name, which may also be a word of the language. */
        ONE_WORD,
        /** A name that ends with an initial: {@code Anna O}, {@code O'Connor, A}. */
        ENDS_WITH_INITIAL,
        /** {@code A.M.O} */
        DOTTED_INITIALS,
        /** {@code AMO} */
        PLAIN_INITIALS,
        /** Numbers, signs, addresses: as written in the file. */
        SIGN
    }

    boolean isKeep() {
        return party == KEEP;
    }

    boolean isName() {
        return kind != Kind.SIGN;
    }
}
