package org.candour.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactionPropertyTests {
    private final Redactor redactor = new Redactor();

    @Property
    void anyTextGivesRedactionsThatApplyAndAnyTextStaysOutsideThem(@ForAll("anyText") String text) {
        var redactions = redactor.propose(text, TestParties.ALL, TestParties.KEEP);
        var redacted = RedactedText.apply(text, redactions); // refuses what overlaps or splits a character

        int at = 0;
        int copied = 0;
        for (var redaction : redactions) {
            var before = text.substring(copied, redaction.start());
            assertThat(redacted.startsWith(before + redaction.replacement(), at))
                    .isTrue();
            at += before.length() + redaction.replacement().length();
            copied = redaction.end();
        }
        assertThat(redacted.substring(at)).isEqualTo(text.substring(copied));
    }

    @Property(tries = 3000)
    void redactingTwiceIsRedactingOnce(@ForAll("accounts") String text) {
        var once = TestParties.redacted(text, TestParties.ALL, TestParties.KEEP);

        assertThat(redactor.propose(once, TestParties.ALL, TestParties.KEEP))
                .as(text + " -> " + once)
                .isEmpty();
    }

    /** Texts in which the second run once found what the first had missed. */
    @Example
    void whatIsGluedOrOverlappedIsFoundAtOnce() {
        for (var text : List.of(
                "Anna@annaoc", "3 May 1990 90 03/05/1990", "3 May 1990 A. O. ", "3 May 1990 3 May 19903 May 1990")) {
            redactingTwiceIsRedactingOnce(text);
        }
    }

    @Property(tries = 3000)
    void noNameOfAPartyIsLeftHoweverItIsWritten(@ForAll("names") Name name, @ForAll("accounts") String around) {
        var party = KnownParty.named("[victim]", name.full());
        var text = around + " <" + name.written() + "> " + around;

        var redacted = TestParties.redacted(text, List.of(party), List.of());

        var words = Arrays.asList(
                NormalisedText.fold(redacted.replace("[victim]", " ")).split("[^\\p{L}]+", -1));
        assertThat(words).as(name + " -> " + redacted).doesNotContainAnyElementsOf(name.parts());
    }

    @Property
    void noPartOfAnArbitraryPartyMakesProposingFail(
            @ForAll("anyText") String name, @ForAll("anyText") String sign, @ForAll("anyText") String text) {
        var party = new KnownParty(
                "[victim]",
                name,
                List.of(sign),
                java.util.Optional.empty(),
                List.of(sign),
                List.of(sign),
                List.of(name + "," + sign),
                List.of(name));

        RedactedText.apply(text + name, redactor.propose(text + name, List.of(party), List.of(sign)));
    }

    /** A name, its parts of three letters or more, folded, and one way to write it. */
    record Name(String full, List<String> parts, String written) {}

    @Provide
    Arbitrary<String> anyText() {
        return NormalisedTextTests.anyUnicode();
    }

    @Provide
    Arbitrary<String> accounts() {
        var pieces = Arbitraries.of(
                "Anna",
                "anna",
                "O'Connor",
                "O’Connor",
                "Tom",
                "José",
                "Müller",
                "PC",
                "Harding",
                "John Harding",
                "Mrs",
                "Dr.",
                "A.",
                "O.",
                "I",
                "i",
                "May",
                "will",
                "3 May 1990",
                "03/05/1990",
                "on",
                "in",
                "14 Church Road",
                "Gosforth",
                "NE3 1AB",
                "NE3",
                "07700 900123",
                "0191 498 0123",
                "+44",
                "(",
                ")",
                ",",
                ".",
                "annie.b@example.org",
                "@annaoc",
                "90",
                "_",
                "x",
                "crime ref",
                "CR/12345/24",
                "9434765919",
                "AB12 CDE",
                "sort code 12-34-56",
                "[victim]",
                "[",
                "]",
                "https://example.com/anna",
                "Flat 2",
                "4512",
                "\n",
                "\u200B",
                "\u0301",
                "Beth",
                "2",
                "19",
                "AB",
                "12",
                "CDE");
        var gaps = Arbitraries.of(" ", " ", " ", "", "-", ", ", ". ", "\n");
        return Combinators.combine(pieces, gaps)
                .as((piece, gap) -> piece + gap)
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<Name> names() {
        var syllables = Arbitraries.of(
                "ka", "lo", "ri", "zé", "bø", "mü", "tan", "wyn", "dra", "fi", "gor", "ñe", "oš", "æl", "vik", "q",
                "hu");
        var word = syllables.list().ofMinSize(2).ofMaxSize(4).map(list -> capital(String.join("", list)));
        var joined = Combinators.combine(word, Arbitraries.of("-", "'", "’", " "), word)
                .as((a, gap, b) -> a + gap + b);
        var names = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, word), net.jqwik.api.Tuple.of(1, joined))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(names, Arbitraries.randomValue(random -> random.nextLong()))
                .as((words, seed) -> written(words, new java.util.Random(seed)))
                // In small letters these are taken for the word of the language, by rule.
                .filter(name -> !name.parts().isEmpty())
                .filter(name -> name.parts().stream().noneMatch(CommonWords::contains));
    }

    private static Name written(List<String> words, java.util.Random random) {
        var full = String.join(" ", words);
        var parts = new ArrayList<String>();
        for (var word : words) {
            // A part after an apostrophe is not a name by itself.
            parts.addAll(
                    Arrays.asList(NormalisedText.fold(word).replace("'", "").split("[ -]", -1)));
        }
        parts.removeIf(part -> part.length() < 3);
        var chosen = switch (random.nextInt(5)) {
            case 0 -> words.get(random.nextInt(words.size()));
            case 1 -> words.get(words.size() - 1) + ", " + words.get(0);
            case 2 -> words.get(0).charAt(0) + ". " + words.get(words.size() - 1);
            default -> full;
        };
        return new Name(full, parts, disguised(chosen, random));
    }

    private static String disguised(String name, java.util.Random random) {
        var cased = switch (random.nextInt(4)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
        return switch (random.nextInt(9)) {
            case 0 -> cased.replace(" ", "\n");
            case 1 -> cased.replace(" ", "\u00A0");
            case 2 -> cased.replace("-", " ");
            case 3 -> cased.replace("-", "").replace("'", "").replace("’", "");
            case 4 -> java.text.Normalizer.normalize(cased, java.text.Normalizer.Form.NFD);
            case 5 -> NormalisedText.fold(cased);
            case 6 -> String.join("\u200B", cased.split("", -1));
            case 7 -> cased.replace("'", "’") + "'s";
            default -> cased;
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
