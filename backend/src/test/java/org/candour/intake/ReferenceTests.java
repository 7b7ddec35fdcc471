package org.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.Property;

class ReferenceTests {
    private static final List<String> CHARACTERS = List.of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""));
    private static final Pattern FORM =
            Pattern.compile("C-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-Z])");

    private final SecureRandom random = new SecureRandom();

    /** The example of the GRid standard 2.1, A1-2425G-ABC1234002-M, and ISAN 0000-0000-D07A-0090-Q-0000-0000-X (ISO 15706-2). */
    @Example
    void theCheckCharacterIsThatOfPublishedExamples() {
        assertThat(Reference.checkCharacter("A12425GABC1234002")).isEqualTo('M');
        assertThat(Reference.checkCharacter("00000000D07A0090")).isEqualTo('Q');
        assertThat(Reference.checkCharacter("00000000D07A009000000000")).isEqualTo('X');
    }

    @Property(tries = 200)
    void aReferenceHasItsFormAndItsCheckCharacter() {
        var form = FORM.matcher(Reference.next(random).value());

        assertThat(form.matches()).isTrue();
        assertThat(Reference.checkCharacter(form.group(1) + form.group(2) + form.group(3)))
                .isEqualTo(form.group(4).charAt(0));
    }

    @Property(tries = 50)
    void everySingleWrongCharacterIsDetected() {
        var characters = plain(Reference.next(random));
        var check = Reference.checkCharacter(characters);

        for (var at = 0; at < characters.length(); at++) {
            for (var other : CHARACTERS) {
                var wrong = characters.substring(0, at) + other + characters.substring(at + 1);
                if (!wrong.equals(characters)) {
                    assertThat(Reference.checkCharacter(wrong)).as(wrong).isNotEqualTo(check);
                }
            }
        }
    }

    /** MOD 37,36 misses one pair of neighbours in each of its 36 states, either way round: 2 of 36 * 35 swaps, or 0.16 %. */
    @Example
    void nearlyEverySwapOfNeighboursIsDetected() {
        int swaps = 0;
        int missed = 0;
        for (var first : CHARACTERS) {
            for (var one : CHARACTERS) {
                for (var other : CHARACTERS) {
                    if (!one.equals(other)) {
                        swaps++;
                        missed += Reference.checkCharacter(first + one + other)
                                        == Reference.checkCharacter(first + other + one)
                                ? 1
                                : 0;
                    }
                }
            }
        }

        assertThat(missed).isEqualTo(36 * 2);
        assertThat(swaps).isEqualTo(36 * 36 * 35);
    }

    @Example
    void referencesDoNotRepeat() {
        var seen = new HashSet<String>();

        for (var i = 0; i < 10_000; i++) {
            assertThat(seen.add(Reference.next(random).value())).isTrue();
        }
    }

    private static String plain(Reference reference) {
        var form = FORM.matcher(reference.value());
        assertThat(form.matches()).isTrue();
        return form.group(1) + form.group(2) + form.group(3);
    }
}
