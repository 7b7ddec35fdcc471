package org.candour.access;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candour.vault.BlindField;
import org.candour.vault.BlindIndex;

/**
 * A person's name as the conflict rule compares it: without accents, case, punctuation and the order of its words. This is
 * the one place where names are normalised for equality.
 *
 * @param normalised what is left, words in alphabetical order
 */
record PersonName(String normalised) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WITHIN_A_WORD = Pattern.compile("['\u2019\u2018`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    /** Letters that people write plain where a keyboard lacks them, and that Unicode does not take apart. */
    private static final Map<String, String> PLAIN = Map.of(
            "\u0141", "L", "\u00d8", "O", "\u0110", "D", "\u00d0", "D", "\u0126", "H", "\u0166", "T", "\u00c6", "AE",
            "\u0152", "OE", "\u00de", "TH");

    static PersonName of(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var joined = WITHIN_A_WORD.matcher(plain).replaceAll("");
        return new PersonName(Arrays.stream(BETWEEN_WORDS.split(joined))
                .filter(word -> !word.isEmpty())
                .map(PersonName::fold)
                .sorted()
                .collect(Collectors.joining(" ")));
    }

    /** Lower case first, then upper: the one way round in which sharp s, final sigma and dotless i all meet their others. */
    private static String fold(String word) {
        var folded = word.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        for (var letter : PLAIN.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        return folded;
    }

    /** Empty for a name of less than two words: a lone surname would shut out half a force. */
    Optional<String> token(BlindIndex blindIndex) {
        return normalised.contains(" ")
                ? Optional.of(blindIndex.token(BlindField.PERSON_NAME, normalised))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "PersonName[hidden]";
    }
}
