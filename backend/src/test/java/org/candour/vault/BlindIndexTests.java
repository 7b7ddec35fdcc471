package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(blindIndex.token(BlindField.PERSON_NAME, "zoë ward"))
                .isEqualTo(blindIndex.token(BlindField.PERSON_NAME, "zoë ward"))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(blindIndex.token(BlindField.PERSON_NAME, "zoe ward"));
    }

    @Test
    void equalValuesOfDifferentFieldsHaveDifferentTokens() {
        assertThat(Arrays.stream(BlindField.values()).map(field -> blindIndex.token(field, "zoë ward")))
                .doesNotHaveDuplicates();
    }

    @Test
    void noValueIsTooShortOrTooLong() {
        assertThat(blindIndex.token(BlindField.BODY, "")).hasSize(2 * BlindIndex.TOKEN_BYTES);
        assertThat(blindIndex.token(BlindField.BODY, "x".repeat(1 << 20))).hasSize(2 * BlindIndex.TOKEN_BYTES);
    }
}
