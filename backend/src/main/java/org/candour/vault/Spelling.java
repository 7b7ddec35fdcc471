package org.candour.vault;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a kind of value is written so that all its spellings are one: the only place where values are normalised for equality.
 * What is normalised already stays as it is. A text that holds no such value has no spelling.
 */
enum Spelling {
    /** As it is, every character of it: for values that only programs write. */
    EXACT {
        @Override
        Optional<String> of(String text) {
            return Optional.of(text);
        }
    },

    /**
     * A person's full name without accents, case, punctuation and the order of its words. A lone word is nobody's name: a
     * surname by itself would shut out half a force.
     */
    PERSON_NAME {
        @Override
        Optional<String> of(String text) {
            var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("");
            var joined = WITHIN_A_WORD.matcher(plain).replaceAll("");
            var words = Arrays.stream(BETWEEN_WORDS.split(joined, -1))
                    .filter(word -> !word.isEmpty())
                    .map(Spelling::fold)
                    .sorted()
                    .collect(Collectors.joining(" "));
            return Optional.of(words).filter(name -> name.contains(" "));
        }
    },

    /** A telephone number, British unless it says otherwise, as ITU-T E.164 writes it; extensions are left out. */
    PHONE {
        @Override
        Optional<String> of(String text) {
            // what is all zeros is possible, and read again it is another number
            return written(text)
                    .filter(number -> written(number).filter(number::equals).isPresent());
        }

        private Optional<String> written(String text) {
            var numbers = PhoneNumberUtil.getInstance();
            try {
                var number = numbers.parse(Normalizer.normalize(text, Normalizer.Form.NFKC), "GB");
                return Optional.of(number)
                        .filter(numbers::isPossibleNumber)
                        .map(possible -> numbers.format(possible, PhoneNumberFormat.E164));
            } catch (NumberParseException e) {
                return Optional.empty();
            }
        }
    },

    /**
     * An e-mail address in lower case, its domain as the DNS has it (RFC 5891). That capitals before the at sign could tell
     * two people apart (RFC 5321 section 2.4) happens nowhere; that a victim types one does.
     */
    EMAIL {
        @Override
        Optional<String> of(String text) {
            var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
            var at = plain.lastIndexOf('@');
            if (at < 1 || at == plain.length() - 1 || SPACE.matcher(plain).find()) {
                return Optional.empty();
            }
            try {
                var domain = IDN.toASCII(plain.substring(at + 1)).toLowerCase(Locale.ROOT);
                return Optional.of(plain.substring(0, at + 1) + domain);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    },

    /** A reference number of any body: its letters and digits in capitals, whatever separates them. */
    REFERENCE {
        @Override
        Optional<String> of(String text) {
            var capitals = Normalizer.normalize(
                    Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
            var characters = BETWEEN_CHARACTERS.matcher(capitals).replaceAll("");
            var joined = Normalizer.normalize(characters, Normalizer.Form.NFKC); // what stood apart may compose now
            return Optional.of(joined).filter(left -> !left.isEmpty());
        }
    },

    /** A police officer's collar, shoulder or warrant number: as a reference, without rank and leading zeros. */
    COLLAR_NUMBER {
        @Override
        Optional<String> of(String text) {
            return REFERENCE
                    .of(text)
                    .map(number -> LEADING_ZEROS.matcher(number).replaceFirst(""))
                    .map(number -> RANK.matcher(number).replaceFirst(""));
        }
    };

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WITHIN_A_WORD = Pattern.compile("['\u2019\u2018`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern BETWEEN_CHARACTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Of England and Wales, up to chief inspector, with W for the time when women's were told apart. */
    private static final Pattern RANK = Pattern.compile("^(?:W?P[CS]|D[CSI]|D?CI|INSP|PCSO|SC)0*(?=[1-9])");

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

    /** Letters that people write plain where a keyboard lacks them, and that Unicode does not take apart. */
    private static final Map<String, String> PLAIN = Map.of(
            "\u0141", "L", "\u00d8", "O", "\u0110", "D", "\u00d0", "D", "\u0126", "H", "\u0166", "T", "\u00c6", "AE",
            "\u0152", "OE", "\u00de", "TH");

    /** The spelling of what the text says, empty if it says no such thing. */
    abstract Optional<String> of(String text);

    /** Lower case first, then upper: the one way round in which sharp s, final sigma and dotless i all meet their others. */
    private static String fold(String word) {
        var folded = word.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        for (var letter : PLAIN.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        return folded;
    }
}
