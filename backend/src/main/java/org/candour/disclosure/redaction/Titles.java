package org.candour.disclosure.redaction;

import java.util.Set;

/** What stands before a name and goes with it. All folded. */
final class Titles {
    /** Never anything but a title, however it is written. */
    private static final Set<String> ALWAYS = Set.of("mr", "mrs", "ms", "mx", "dr", "prof", "messrs");
    /** A title when it begins with a capital letter; else a word of the language. */
    private static final Set<String> CAPITALISED = Set.of(
            "miss",
            "master",
            "sir",
            "dame",
            "lady",
            "lord",
            "rev",
            "reverend",
            "professor",
            "doctor",
            "nurse",
            "madam",
            "cllr",
            "councillor");

    private static final Set<String> RANKS = Set.of(
            "pc", "wpc", "dc", "wdc", "tdc", "ps", "sgt", "ds", "di", "insp", "dci", "ci", "supt", "dsu", "pcso",
            "csupt", "acc", "dcc");
    private static final Set<String> CAPITALISED_RANKS = Set.of(
            "police",
            "constable",
            "sergeant",
            "inspector",
            "superintendent",
            "detective",
            "chief",
            "officer",
            "special",
            "commander",
            "acting",
            "temporary",
            "deputy",
            "assistant");

    private Titles() {}

    static boolean isTitle(String word) {
        return ALWAYS.contains(word) || CAPITALISED.contains(word) || isRank(word);
    }

    static boolean isRank(String word) {
        return RANKS.contains(word) || CAPITALISED_RANKS.contains(word);
    }

    static boolean needsCapital(String word) {
        return CAPITALISED.contains(word) || CAPITALISED_RANKS.contains(word);
    }
}
