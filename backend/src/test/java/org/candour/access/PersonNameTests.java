package org.candour.access;

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
import net.jqwik.api.lifecycle.AfterContainer;

class PersonNameTests {
    private static final TestAccess ACCESS = new TestAccess();

    @AfterContainer
    static void stop() {
        ACCESS.close();
    }

    /** Words such as names are made of; some of the letters have accents, some no plain form in Unicode, some odd capitals. */
    @Provide
    static Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withChars("abcdeilostuvzABCDZ\u00e9\u00f6\u0142\u00f8\u00df\u0131\u0130\u00e7\u00e6\u03c3\u03a3\u0434")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }

    @Property(tries = 300)
    void orderCasePunctuationAndTheWayAnAccentIsWrittenChangeNothing(
            @ForAll("names") List<String> words, @ForAll long seed) {
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(seed));
        var plain = token(String.join(" ", words));

        assertThat(plain).isNotEmpty();
        assertThat(token(String.join(" ", shuffled))).isEqualTo(plain);
        assertThat(token(String.join(", ", shuffled).toUpperCase(Locale.ROOT))).isEqualTo(plain);
        assertThat(token("  " + String.join("-", shuffled).toLowerCase(Locale.ROOT) + "."))
                .isEqualTo(plain);
        assertThat(token(Normalizer.normalize(String.join("\t", words), Normalizer.Form.NFD)))
                .isEqualTo(plain);
    }

    @Provide
    static Arbitrary<List<String>> plainNames() {
        return Arbitraries.strings()
                .withCharRange('a', 'c')
                .ofMinLength(1)
                .ofMaxLength(2)
                .list()
                .ofMinSize(2)
                .ofMaxSize(3);
    }

    @Property(tries = 300)
    void differentNamesHaveDifferentTokens(
            @ForAll("plainNames") List<String> one, @ForAll("plainNames") List<String> other) {
        Assume.that(!sorted(one).equals(sorted(other)));

        assertThat(token(String.join(" ", one))).isNotEqualTo(token(String.join(" ", other)));
    }

    @Example
    void namesAsPeopleWriteThemMeet() {
        assertThat(token("O\u2019Brien, Si\u00e2n")).isEqualTo(token("Sian OBRIEN"));
        assertThat(token("Anne-Marie Weiss")).isEqualTo(token("WEI\u00df Anne Marie"));
        assertThat(token("\u0141ukasz S\u00f8rensen")).isEqualTo(token("Lukasz Sorensen"));
        assertThat(token("PC 1234 Robin Rule")).isEqualTo(token("Rule, Robin (PC)"));
    }

    @Example
    void differentPeopleOfOneFamilyDoNotMeet() {
        assertThat(token("Robin Rule")).isNotEqualTo(token("Robyn Rule"));
        assertThat(token("Robin Rule")).isNotEqualTo(token("Robin Rules"));
        assertThat(token("Robin Rule")).isNotEqualTo(token("Robin Robin Rule"));
    }

    @Example
    void aLoneWordIsNobody() {
        assertThat(List.of("Rule", " rule ", "O'Brien", "", "1234 -", "\u0301"))
                .allSatisfy(name -> assertThat(token(name)).isEmpty());
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    private static Optional<String> token(String name) {
        return ACCESS.conflicts.token(PersonName.of(name));
    }
}
