package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlindIndexTests {
    @TempDir
    static Path directory;

    private static TestVault test;
    private static BlindIndex blindIndex;

    @BeforeAll
    static void start() {
        test = TestVault.withKeys(directory);
        blindIndex = test.blindIndex();
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @Test
    void equalValuesOfAFieldHaveEqualTokens() {
        assertThat(blindIndex.token(BlindField.PERSON_NAME, "Zo\u00eb Ward"))
                .isEqualTo(blindIndex.token(BlindField.PERSON_NAME, "WARD, Zoe"))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(blindIndex.token(BlindField.PERSON_NAME, "Zoey Ward"));
    }

    @Test
    void equalValuesOfDifferentFieldsHaveDifferentTokens() {
        var identifiers = Arrays.stream(BlindField.values()).filter(field -> field.tokenBits() == 128);

        assertThat(identifiers.map(field -> blindIndex.token(field, "ward zoe")))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoValueOfAFieldHasNoTokenAndIsNotQuoted() {
        assertThat(blindIndex.tokenIfAny(BlindField.PERSON_NAME, "Ward")).isEmpty();
        assertThat(blindIndex.tokenIfAny(BlindField.PHONE, "none")).isEmpty();
        assertThatThrownBy(() -> blindIndex.token(BlindField.PERSON_NAME, "Ward"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ward");
    }

    @Test
    void noValueIsTooShortOrTooLong() {
        assertThat(blindIndex.token(BlindField.BODY, "")).hasSize(32);
        assertThat(blindIndex.token(BlindField.BODY, "x".repeat(1 << 20))).hasSize(32);
    }

    @Test
    void aTokenHasTheLengthThatItsFieldSays() {
        assertThat(blindIndex.token(BlindField.PHONE, "07700 900123"))
                .matches("[0-9a-f]{3}")
                .isEqualTo(blindIndex.token(BlindField.PHONE, "+44 7700 900123"));
        assertThat(BlindField.values()).allMatch(field -> field.tokenBits() % 4 == 0);
    }

    /** CipherSweet: from 2 to the square root of the number of values share a token. */
    @ParameterizedTest
    @ValueSource(longs = {1 << 13, 50_000, 1_000_000, 1 << 24})
    void indexesAreSizedAsCipherSweetSizesThem(long values) {
        for (var field : EnumSet.of(BlindField.PHONE, BlindField.EMAIL, BlindField.REFERENCE)) {
            assertThat(field.expectedCoincidences(values, 20)).isBetween(2.0, Math.sqrt((double) values));
        }
        assertThat(BlindField.COLLAR_NUMBER.expectedCoincidences(values, 14))
                .isBetween(2.0, Math.sqrt((double) values));
    }

    @Test
    void whatDecidesByItselfNeverCoincides() {
        var comparisons = 2_000L * 80_000;

        assertThat(comparisons / Math.pow(2, BlindField.PERSON_NAME.tokenBits()))
                .isLessThan(1e-20);
    }
}
