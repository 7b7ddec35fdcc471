package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.Bystander.fields;
import static org.candour.api.Bystander.kind;
import static org.candour.api.Bystander.reasons;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.candour.api.TestCases.TestDisclosure;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrections of a draft that cannot be made. */
class BadRedactionTests extends Harness {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 5  | 3 | 9         | 1 | OVERLAPS_PREVIOUS
            8 | 9  | 3 | 5         | 1 | OVERLAPS_PREVIOUS
            0 | 5  | 9 | 9         | 1 | EMPTY
            0 | 5  | 9 | 8         | 1 | EMPTY
            0 | 5  | 9 | 99999     | 1 | OUT_OF_RANGE
            0 | 5  | 2147483647 | 2147483647 | 1 | OUT_OF_RANGE
            3 | 5  | 8 | 9         | 0 | SPLITS_CHARACTER
            0 | 3  | 8 | 9         | 0 | SPLITS_CHARACTER
            """)
    void aRedactionThatDoesNotFitIsNamed(int start1, int end1, int start2, int end2, int wrong, String reason) {
        var granted = cases().granted(TestCases.report("Rosalind", "ab\uD83D\uDE15cdefghijklm"));
        var draft = cases().draft(granted);
        settle();
        var redactions = List.of(redaction(start1, end1, "[one]"), redaction(start2, end2, "[two]"));

        var refused = store().refused(400, () -> correct(draft, redactions));

        assertThat(fields(refused)).containsExactly("redactions[" + wrong + "]");
        assertThat(reasons(refused)).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"start": -1, "end": 2, "category": "MANUAL", "replacement": "[one]"}         | start
            {"start": 1.5, "end": 2, "category": "MANUAL", "replacement": "[one]"}        | start
            {"start": "1", "end": 2, "category": "MANUAL", "replacement": "[one]"}        | start
            {"start": null, "end": 2, "category": "MANUAL", "replacement": "[one]"}       | start
            {"start": 9999999999, "end": 2, "category": "MANUAL", "replacement": "[one]"} | start
            {"end": 2, "category": "MANUAL", "replacement": "[one]"}                      | start
            {"start": 1, "category": "MANUAL", "replacement": "[one]"}                    | end
            {"start": 1, "end": 2, "category": 0, "replacement": "[one]"}                 | category
            {"start": 1, "end": 2, "category": "canary", "replacement": "[one]"}          | category
            {"start": 1, "end": 2, "replacement": "[one]"}                                | category
            {"start": 1, "end": 2, "category": "MANUAL"}                                  | replacement
            {"start": 1, "end": 2, "category": "MANUAL", "replacement": "canary"}         | replacement
            {"start": 1, "end": 2, "category": "MANUAL", "replacement": "[<canary>]"}     | replacement
            {"start": 1, "end": 2, "category": "MANUAL", "replacement": "[one]", "needsReview": true} | needsReview
            """)
    void aRedactionThatIsNoneIsNamed(String redaction, String field) {
        var draft = cases().draft();
        settle();
        var body = "{\"redactions\": [" + redaction + "]}";

        var refused = store().refused(
                        400,
                        () -> as(Caller.ADVOCATE).put(draft.path("redactions"), body, TestCases.ifMatch(draft.etag())));

        assertThat(fields(refused)).containsExactly("redactions[0]." + field);
        assertThat(refused.text()).doesNotContain("canary");
    }

    @Test
    void tooManyRedactionsAreRefused() {
        var draft = cases().draft();
        settle();
        var redactions = Collections.nCopies(5_001, redaction(0, 1, "[one]"));

        assertThat(fields(store().refused(400, () -> correct(draft, redactions))))
                .containsExactly("redactions");
    }

    @Test
    void aDraftThatNobodyHasReviewedIsNotProposed() {
        var draft = cases().draft();
        settle();

        var refused = store().refused(409, () -> cases().advocatePosts(draft, "proposal"));

        assertThat(kind(refused)).isEqualTo("review-missing");
        assertThat(refused.json().path("awaitingReview").intValue()).isPositive();
    }

    private Answer correct(TestDisclosure draft, List<Map<String, Object>> redactions) {
        return as(Caller.ADVOCATE)
                .put(draft.path("redactions"), Map.of("redactions", redactions), TestCases.ifMatch(draft.etag()));
    }

    private static Map<String, Object> redaction(int start, int end, String replacement) {
        return Map.of("start", start, "end", end, "category", "MANUAL", "replacement", replacement);
    }
}
