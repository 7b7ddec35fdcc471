package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {
    /** Words such as names are made of; some of the letters have accents, some no plain form in Unicode, some odd capitals. */
    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withChars("abcdeilostuvzABCDZ\u00e9\u00f6\u0142\u00f8\u00df\u0131\u0130\u00e7\u00e6\u03c3\u03a3\u0434")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }

    /** Texts that are nearly values, besides any text at all. */
    @Provide
    Arbitrary<String> texts() {
        var likely =
                Arbitraries.strings().withChars("aB\u00df\u00e9\u0130 @.+-()/#0123456789\uff10\u212a'\u00ad\ufb01");
        return Arbitraries.oneOf(likely.ofMaxLength(20), Arbitraries.strings().ofMaxLength(12));
    }

    @Property(tries = 5000)
    void whatIsSpelledAlreadyStaysAsItIs(@ForAll Spelling spelling, @ForAll("texts") String text) {
        var spelled = spelling.of(text);

        assertThat(spelled.flatMap(spelling::of)).isEqualTo(spelled);
    }

    /** Found among hundreds of thousands: a syllable that composes once what stood between is gone, a number of zeros. */
    @ParameterizedTest
    @CsvSource({"REFERENCE, \u320e\uffa3", "PHONE, 00000000000"})
    void whatOnlyRarelyComesStaysAsItIsToo(Spelling spelling, String text) {
        var spelled = spelling.of(text);

        assertThat(spelled.flatMap(spelling::of)).isEqualTo(spelled);
    }

    @Property(tries = 300)
    void orderCasePunctuationAndTheWayAnAccentIsWrittenChangeNoName(
            @ForAll("names") List<String> words, @ForAll long seed) {
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(seed));
        var plain = name(String.join(" ", words));

        assertThat(plain).isNotEmpty();
        assertThat(name(String.join(" ", shuffled))).isEqualTo(plain);
        assertThat(name(String.join(", ", shuffled).toUpperCase(Locale.ROOT))).isEqualTo(plain);
        assertThat(name("  " + String.join("-", shuffled).toLowerCase(Locale.ROOT) + "."))
                .isEqualTo(plain);
        assertThat(name(Normalizer.normalize(String.join("\t", words), Normalizer.Form.NFD)))
                .isEqualTo(plain);
    }

    @Provide
    Arbitrary<List<String>> plainNames() {
        return Arbitraries.strings()
                .withCharRange('a', 'c')
                .ofMinLength(1)
                .ofMaxLength(2)
                .list()
                .ofMinSize(2)
                .ofMaxSize(3);
    }

    @Property(tries = 300)
    void differentNamesAreSpelledDifferently(
            @ForAll("plainNames") List<String> one, @ForAll("plainNames") List<String> other) {
        Assume.that(!sorted(one).equals(sorted(other)));

        assertThat(name(String.join(" ", one))).isNotEqualTo(name(String.join(" ", other)));
    }

    @Example
    void namesAsPeopleWriteThemMeet() {
        assertThat(name("O\u2019Brien, Si\u00e2n")).isEqualTo(name("Sian OBRIEN"));
        assertThat(name("Anne-Marie Weiss")).isEqualTo(name("WEI\u00df Anne Marie"));
        assertThat(name("\u0141ukasz S\u00f8rensen")).isEqualTo(name("Lukasz Sorensen"));
        assertThat(name("PC 1234 Robin Rule")).isEqualTo(name("Rule, Robin (PC)"));
    }

    @Example
    void differentPeopleOfOneFamilyDoNotMeet() {
        assertThat(name("Robin Rule")).isNotEqualTo(name("Robyn Rule"));
        assertThat(name("Robin Rule")).isNotEqualTo(name("Robin Rules"));
        assertThat(name("Robin Rule")).isNotEqualTo(name("Robin Robin Rule"));
    }

    @Example
    void aLoneWordIsNobody() {
        assertThat(List.of("Rule", " rule ", "O'Brien", "", "1234 -", "\u0301"))
                .allSatisfy(text -> assertThat(name(text)).isEmpty());
    }

    @Property(tries = 200)
    void aMobileNumberIsOneHoweverItIsWritten(@ForAll @IntRange(min = 100_000_000, max = 199_999_999) int digits) {
        var national = "07" + digits;
        var spaced = national.substring(0, 5) + " " + national.substring(5, 8) + " " + national.substring(8);

        var spelled = Spelling.PHONE.of(national);

        assertThat(spelled).contains("+447" + digits);
        for (var text :
                List.of(spaced, "+44 (0) 7" + digits, "0044 7" + digits, "(" + national + ")", spaced + " ext 12")) {
            assertThat(Spelling.PHONE.of(text)).as(text).isEqualTo(spelled);
        }
    }

    @Example
    void whatIsNoNumberHasNoSpelling() {
        assertThat(List.of("", "none", "07", "ring me", "1".repeat(300)))
                .allSatisfy(text -> assertThat(Spelling.PHONE.of(text)).isEmpty());
        assertThat(Spelling.PHONE.of("+33 1 23 45 67 89")).contains("+33123456789");
    }

    @Example
    void anAddressIsOneHoweverItIsWritten() {
        assertThat(Spelling.EMAIL.of("  Zoe.Ward@Example.ORG "))
                .contains("zoe.ward@example.org")
                .isEqualTo(Spelling.EMAIL.of("zoe.ward@ex\uff41mple.org"));
        assertThat(Spelling.EMAIL.of("zoe@b\u00fccher.example")).contains("zoe@xn--bcher-kva.example");
        assertThat(Spelling.EMAIL.of("zoe.ward@example.org")).isNotEqualTo(Spelling.EMAIL.of("zoeward@example.org"));
        assertThat(List.of("", "@", "zoe", "zoe@", "@example.org", "zoe ward@example.org"))
                .allSatisfy(text -> assertThat(Spelling.EMAIL.of(text)).isEmpty());
    }

    @Property(tries = 200)
    void whatSeparatesAReferenceAndItsCaseChangeNothing(@ForAll @IntRange(min = 1) int number) {
        var reference = "CRI/" + number + "-ab";

        assertThat(Spelling.REFERENCE.of(reference))
                .contains("CRI" + number + "AB")
                .isEqualTo(Spelling.REFERENCE.of("cri " + number + " AB"))
                .isEqualTo(Spelling.REFERENCE.of(" cri" + number + ".aB "));
        assertThat(Spelling.REFERENCE.of("-/ .")).isEmpty();
    }

    @Example
    void anOfficersNumberIsOneWithAndWithoutRank() {
        assertThat(List.of("1234", "PC 1234", "pc1234", "PC-01234", "WPC 1234", "DC 1234", "Insp 1234", " 0001234"))
                .allSatisfy(text ->
                        assertThat(Spelling.COLLAR_NUMBER.of(text)).as(text).contains("1234"));
        assertThat(Spelling.COLLAR_NUMBER.of("X 1234")).contains("X1234");
        assertThat(Spelling.COLLAR_NUMBER.of("12345")).isNotEqualTo(Spelling.COLLAR_NUMBER.of("1234"));
        assertThat(Spelling.COLLAR_NUMBER.of("0")).contains("0");
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    private static Optional<String> name(String text) {
        return Spelling.PERSON_NAME.of(text);
    }
}
