package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candour.access.RuleFileRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VocabularyFileTests {
    private static final String GOOD = """
            schemes:
              - id: complaints
                kind: OUTCOMES
                track: MISCONDUCT
                dated-by: COMPLAINT
                source: a test
                verified: false
                effective-from: 2020-02-01
                codes:
                  - code: none
                    words: No action
                    leads-to: NO_MISCONDUCT_ACTION
                    not-to-act: true
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theFileThatTheOthersSpoilIsGood() throws IOException {
        assertThat(VocabularyFile.read(file(GOOD)).all()).extracting(Scheme::id).containsExactly("complaints");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: complaints             | id: Complaints             | 2  | id: lower-case
            id: complaints             | id: unknown                | 2  | id: lower-case
            kind: OUTCOMES             | kind: RESULTS              | 3  | kind must be one of
            kind: OUTCOMES             | kind: CATEGORIES           | 2  | outcomes, and nothing else, are given on a track
            track: MISCONDUCT          | track: DISCIPLINE          | 4  | track must be one of
            track: MISCONDUCT          | track: CRIMINAL            | 10 | the step is one of another track
            dated-by: COMPLAINT        | dated-by: MOON             | 5  | dated-by must be one of
            source: a test             | origin: a test             | 6  | unknown field origin
            verified: false            | verified: perhaps          | 7  | verified is true or false
            effective-from: 2020-02-01 | effective-from: 2020-02-30 | 8  | a date is written
            code: none                 | code: no action            | 10 | code: letters, digits and hyphens
            words: No action           | leads-to: CHARGED          | 12 | stands twice
            leads-to: NO_MISCONDUCT_ACTION | review: NONE           | 10 | leads to a step
            not-to-act: true           | not-to-act: maybe          | 13 | not-to-act is true or false
            """)
    void aFaultStopsTheStartWithFileLineAndReason(String good, String bad, int line, String reason) throws IOException {
        var spoilt = file(GOOD.replace(good, bad));

        assertThatExceptionOfType(RuleFileRejected.class)
                .isThrownBy(() -> VocabularyFile.read(spoilt))
                .withMessageStartingWith(spoilt + ", line " + line + ": ")
                .withMessageContaining(reason);
    }

    @Test
    void theWholePartDoesNotStartWithAFaultyFile() throws IOException {
        var spoilt = file(GOOD.replace("verified: false", "verified: perhaps"));

        new ApplicationContextRunner()
                .withUserConfiguration(ProceedingsConfiguration.class)
                .withPropertyValues("candour.casework.proceedings.outcomes-file=" + spoilt)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RuleFileRejected.class)
                        .hasMessageContaining("line 7"));
    }

    @Test
    void twoSchemesOrCodesOfOneNameAreRefused() throws IOException {
        var twice = file(GOOD + GOOD.replace("schemes:\n", ""));
        var codes = file(GOOD + GOOD.substring(GOOD.indexOf("      - code")));

        for (var spoilt : new Path[] {twice, codes}) {
            assertThatExceptionOfType(RuleFileRejected.class)
                    .isThrownBy(() -> VocabularyFile.read(spoilt))
                    .withMessageContaining("another");
        }
    }

    /** The outcomes that people call NFA (DOMAIN section 1.3). */
    @ParameterizedTest
    @ValueSource(strings = {"9", "10", "14", "15", "16", "17", "18", "21"})
    void whatIsCalledNoFurtherActionIsADecisionNotToAct(String code) {
        var outcome = TestProceedings.VOCABULARY
                .find(new Code("home-office-2014", code))
                .orElseThrow();

        assertThat(outcome.notToAct()).isTrue();
        assertThat(outcome.leadsTo()).isEqualTo(Step.DECIDED_NOT_TO_PROSECUTE);
    }

    @Test
    void noSchemeThatIsShippedClaimsToBeVerified() {
        assertThat(TestProceedings.VOCABULARY.all()).isNotEmpty().noneMatch(Scheme::verified);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "outcomes", ".yml"), text);
    }
}
