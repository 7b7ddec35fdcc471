package org.candour.disclosure.redaction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Names that are spelled in more than one way by custom. */
final class Spellings {
    private static final int SHORTEST_UMLAUT_WORD = 5;

    private Spellings() {}

    /** Müller is also written Mueller, and the other way round; the plain "Muller" is what folding gives. */
    static List<String> ofUmlauts(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var spelled =
                lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("å", "aa");
        var folded = NormalisedText.fold(name);
        var plain = new StringBuilder();
        for (var word : folded.split(" ", -1)) {
            boolean isLong = word.length() >= SHORTEST_UMLAUT_WORD;
            plain.append(isLong ? word.replace("ae", "a").replace("oe", "o").replace("ue", "u") : word)
                    .append(' ');
        }
        var others = new LinkedHashSet<>(
                List.of(NormalisedText.fold(spelled), plain.toString().strip()));
        others.remove(folded.strip());
        return List.copyOf(others);
    }

    /** McDonald, Mac Donald: {@code written} and the others of the word that is {@code squeezed} without punctuation. */
    static List<String> ofMac(String squeezed, String written) {
        if (squeezed.length() >= 6 && squeezed.startsWith("mc")) {
            var rest = squeezed.substring(2);
            return List.of(written, "mc" + Joint.WITHIN + rest, "mac" + Joint.WITHIN + rest);
        }
        if (squeezed.length() >= 7 && squeezed.startsWith("mac")) {
            var rest = squeezed.substring(3);
            return List.of(written, "mc" + Joint.WITHIN + rest, "mac" + Joint.WITHIN + rest);
        }
        return List.of(written);
    }
}
