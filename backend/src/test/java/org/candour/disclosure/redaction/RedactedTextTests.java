package org.candour.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.candour.disclosure.redaction.RedactionRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedTextTests {
    private static final String TEXT = "ab😀cd";

    @Test
    void textOutsideTheRedactionsStaysAndInsideIsGone() {
        assertThat(RedactedText.apply(TEXT, List.of(by(0, 1), by(2, 4), by(5, 6))))
                .isEqualTo("[x]b[x]c[x]");
    }

    @Test
    void withoutRedactionsTheTextIsTheSame() {
        assertThat(RedactedText.apply(TEXT, List.of())).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, OUT_OF_RANGE",
        "0, 7, OUT_OF_RANGE",
        "7, 8, OUT_OF_RANGE",
        "2147483647, -2147483648, OUT_OF_RANGE",
        "1, 1, EMPTY",
        "2, 1, EMPTY",
        "0, 3, SPLITS_CHARACTER",
        "3, 5, SPLITS_CHARACTER"
    })
    void aRedactionThatDoesNotFitTheTextIsRefusedByNumberAndReason(int start, int end, Reason reason) {
        assertThatThrownBy(() -> RedactedText.apply(TEXT, List.of(by(start, end))))
                .isInstanceOfSatisfying(RedactionRejected.class, refusal -> {
                    assertThat(refusal.index()).isZero();
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal).hasMessage("redaction 0: " + reason);
                });
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "0, 1", "0, 6", "1, 2"})
    void aRedactionThatOverlapsTheOneBeforeOrIsOutOfOrderIsRefused(int start, int end) {
        assertThatThrownBy(() -> RedactedText.apply(TEXT, List.of(by(0, 2), by(start, end))))
                .isInstanceOfSatisfying(RedactionRejected.class, refusal -> {
                    assertThat(refusal.index()).isEqualTo(1);
                    assertThat(refusal.reason()).isEqualTo(Reason.OVERLAPS_PREVIOUS);
                });
    }

    @Test
    void redactionsMayTouch() {
        assertThat(RedactedText.apply(TEXT, List.of(by(0, 2), by(2, 4)))).isEqualTo("[x][x]cd");
    }

    private static Redaction by(int start, int end) {
        return new Redaction(start, end, Category.MANUAL, "[x]", false);
    }
}
