package org.candour.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NormalisedTextTests {
    @Test
    void foldsWhatPeopleAndMachinesWriteDifferently() {
        assertThat(NormalisedText.fold("É\u00ADﬁ Ｏ’C\u00A0ß Łø\u200B𝐀 e\u0301 – ٣"))
                .isEqualTo("efi o'c ss loa e - 3");
    }

    @Property
    void everyStretchOfTheViewMapsToWholeOriginalCharacters(@ForAll("anyText") String text) {
        var view = NormalisedText.of(text);

        int previousStart = 0;
        for (int i = 0; i < view.length(); i++) {
            int start = view.originalStart(i);
            int end = view.originalEnd(i + 1);
            assertThat(start).isBetween(previousStart, end - 1);
            assertThat(end).isLessThanOrEqualTo(text.length());
            assertThat(isInsideCharacter(text, start) || isInsideCharacter(text, end))
                    .isFalse();
            previousStart = start;
        }
    }

    @Property
    void foldingAPieceThatAStretchMapsToGivesAtLeastTheStretch(@ForAll("anyText") String text) {
        var view = NormalisedText.of(text);

        for (int i = 0; i < view.length(); i++) {
            var original = text.substring(view.originalStart(i), view.originalEnd(i + 1));
            assertThat(NormalisedText.fold(original)).contains(view.view().substring(i, i + 1));
        }
    }

    @Property
    void foldingAgainChangesNothing(@ForAll("anyText") String text) {
        var once = NormalisedText.fold(text);

        assertThat(NormalisedText.fold(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> anyText() {
        return anyUnicode();
    }

    /** Anything at all, lone surrogates included, with the troublesome kinds often. */
    static Arbitrary<String> anyUnicode() {
        var troublesome = Arbitraries.of(
                "\uD83D\uDE00",
                "\uD835\uDC00",
                "\uD800",
                "\uDC00",
                "\u0301",
                "\u200B",
                "\u00AD",
                "\uFB01",
                "\uFF21",
                "\u00C5",
                "\u00DF",
                "\u2019",
                "\u2014",
                "\u00A0",
                "\r\n",
                "\u0000",
                "\uFDFA",
                "\u00BD",
                "\u0130",
                "\u5F35",
                "\uAC00");
        var unit = Arbitraries.chars().all().map(String::valueOf);
        var plain = Arbitraries.of("a", "B", "1", "0", " ", "@", ".", "-", "[", "]", "/", ":", "+", "'");
        return Arbitraries.oneOf(java.util.List.of(troublesome, unit, plain))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    private static boolean isInsideCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
