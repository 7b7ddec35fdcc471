package org.candour.disclosure.redaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Names that are also words of English, from {@code common-words.txt} beside this class. */
final class CommonWords {
    private static final Set<String> WORDS = read();
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "sept");
    /** Capital letters that police papers are full of, and that are somebody's initials all the same. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "pc", "ps", "dc", "ds", "di", "ci", "dci", "dsu", "wpc", "tdc", "io", "oic", "cps", "cid", "psd", "dps",
            "ccu", "acu", "iopc", "am", "pm", "uk", "us", "eu", "gp", "ae", "er", "tv", "it", "ok", "id", "nhs", "bwv",
            "cad", "vps", "vrr", "wcu", "vlo", "flo", "flos", "soit", "pnc", "pnd", "abe", "arv", "atm", "cctv", "dna",
            "dv", "da", "nfa", "rui", "uti", "sms", "pin", "st", "rd", "mr", "ms", "dr", "no", "ref", "url", "ip", "hr",
            "pr", "re", "cc", "mp", "ni", "ad", "bc", "la", "ny", "sc", "ac", "dob", "tbc", "tba", "faq", "via", "in",
            "is", "as", "at", "an", "on", "or", "to", "we", "he", "me", "my", "so", "be", "by", "do", "go", "if", "of",
            "up");

    private CommonWords() {}

    static boolean contains(String folded) {
        return WORDS.contains(folded)
                || (folded.endsWith("s") && WORDS.contains(folded.substring(0, folded.length() - 1)));
    }

    static boolean isMonth(String folded) {
        return MONTHS.contains(folded);
    }

    static boolean isAbbreviation(String folded) {
        return ABBREVIATIONS.contains(folded);
    }

    private static Set<String> read() {
        try (var in = CommonWords.class.getResourceAsStream("common-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-words.txt is missing from the class path");
            }
            var words = new HashSet<String>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    words.addAll(Set.copyOf(Arrays.asList(line.strip().split(" +", -1))));
                }
            }
            return Set.copyOf(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
