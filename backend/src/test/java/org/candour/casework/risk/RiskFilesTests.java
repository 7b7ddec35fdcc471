package org.candour.casework.risk;

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
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RiskFilesTests {
    private static final String TOOLS = """
            tools:
              - code: SHORT
                version: "1"
                name: A short one
                source: a test
                verified: false
                effective-from: 2020-01-01
                items:
                  - { code: FEAR_1, group: FEAR }
                  - { code: FEAR_2, group: FEAR }
                bands:
                  - { grade: STANDARD, from: 1 }
                  - { grade: HIGH, from: 2 }
              - code: JUDGED
                version: "1"
                name: By judgement
                source: a test
                verified: false
                effective-from: 2020-01-01
                effective-to: 2021-12-31
                items: []
                bands: []
            """;
    private static final String MARAC = """
            thresholds:
              - tool: SHORT
                score: 2
                incidents: 3
                months: 12
                source: a test
                verified: false
                effective-from: 2020-01-01
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theFilesThatTheOthersSpoilAreGood() throws IOException {
        write(TOOLS, MARAC);

        assertThat(RiskTools.read(folder).all()).extracting(Tool::code).containsExactly("SHORT", "JUDGED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code: SHORT                   | code: short                    | 2  | a code: capitals, digits and underscores
            version: "1"                  | edition: "1"                   | 3  | unknown field edition
            name: A short one             | code: SHORT                    | 4  | field code stands twice
            verified: false               | verified: perhaps              | 6  | verified is true or false
            effective-from: 2020-01-01    | effective-from: 2020-02-30     | 7  | a date is written
            code: FEAR_2                  | code: FEAR_1                   | 10 | FEAR_1 stands twice
            group: FEAR }                 | question: are you afraid }     | 9  | unknown field question
            grade: STANDARD               | grade: LOW                     | 12 | grade must be one of
            grade: STANDARD               | grade: UNKNOWN                 | 12 | a score has a grade
            from: 1                       | from: 0                        | 12 | from must be a whole number from 1 to 2
            HIGH, from: 2                 | HIGH, from: 3                  | 13 | from must be a whole number from 1 to 2
            HIGH, from: 2                 | HIGH, from: 1                  | 13 | bands rise, in grade and in score
            grade: HIGH                   | grade: STANDARD                | 13 | bands rise, in grade and in score
            code: JUDGED                  | code: SHORT                    | 14 | another version of SHORT holds at the same time
            effective-to: 2021-12-31      | effective-to: 2019-12-31       | 20 | effective-to is before effective-from
            items: []                     | items: none                    | 21 | items must be a list
            bands: []                     | bands: [ { grade: HIGH, from: 1 } ] | 22 | a tool without items has no score
            """)
    void aFaultInTheToolsStopsTheStartWithFileLineAndReason(String good, String bad, int line, String reason)
            throws IOException {
        write(spoilt(TOOLS, good, bad), MARAC);

        assertRejected("tools.yml", line, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            thresholds:                   | tools:                         | 1  | the file must hold one list, called thresholds
            tool: SHORT                   | tool: LONG                     | 2  | no tool has the code LONG
            tool: SHORT                   | tool: JUDGED                   | 2  | a tool without items has no score
            score: 2                      | score: 3                       | 3  | score must be a whole number from 1 to 2
            score: 2                      | score: 0                       | 3  | score must be a whole number from 1 to 2
            incidents: 3                  | incidents: three               | 4  | incidents must be a whole number
            months: 12                    | months: 121                    | 5  | months must be a whole number from 1 to 120
            source: a test                | origin: a test                 | 6  | unknown field origin
            verified: false               | verified: 0                    | 7  | verified is true or false
            effective-from: 2020-01-01    | effective-from: soon           | 8  | a date is written
            """)
    void aFaultInTheThresholdsStopsTheStartWithFileLineAndReason(String good, String bad, int line, String reason)
            throws IOException {
        write(TOOLS, spoilt(MARAC, good, bad));

        assertRejected("marac.yml", line, reason);
    }

    @Test
    void theWholePartDoesNotStartWithAFaultyFile() throws IOException {
        write(TOOLS, MARAC.replace("score: 2", "score: many"));

        new ApplicationContextRunner()
                .withUserConfiguration(RiskConfiguration.class)
                .withPropertyValues("candour.casework.risk.directory=" + folder)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RuleFileRejected.class)
                        .hasMessageContaining("marac.yml, line 3"));
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatExceptionOfType(RuleFileRejected.class)
                .isThrownBy(() -> RiskTools.read(folder))
                .withMessageContaining("tools.yml");
    }

    @Test
    void whatIsShippedHoldsTheDashItemsAndClaimsToBeVerifiedNowhere() {
        var tools = TestRisk.TOOLS.all();

        assertThat(tools).extracting(Tool::code).containsExactly("DASH_RIC", "DARA", "S_DASH");
        assertThat(tools).noneMatch(Tool::verified);
        assertThat(tools.get(0).items()).hasSize(24);
        assertThat(tools.subList(1, 3)).allSatisfy(tool -> {
            assertThat(tool.items()).isEmpty();
            assertThat(tool.bands()).isEmpty();
        });
    }

    /** Questions are others' copyright: an item is named by its group and a number, and says nothing else. */
    @Test
    void whatIsShippedHoldsNoQuestions() {
        assertThat(TestRisk.TOOLS.all())
                .flatExtracting(Tool::items)
                .allSatisfy(item -> assertThat(item.code()).matches(item.group() + "_[0-9]"));
    }

    private void write(String tools, String marac) throws IOException {
        Files.writeString(folder.resolve("tools.yml"), tools);
        Files.writeString(folder.resolve("marac.yml"), marac);
    }

    /** Only the first place is spoilt. */
    private static String spoilt(String text, String good, String bad) {
        assertThat(text).contains(good);
        return text.substring(0, text.indexOf(good)) + bad + text.substring(text.indexOf(good) + good.length());
    }

    private void assertRejected(String file, int line, String reason) {
        assertThatExceptionOfType(RuleFileRejected.class)
                .isThrownBy(() -> RiskTools.read(folder))
                .withMessageStartingWith(folder.resolve(file) + ", line " + line + ": ")
                .withMessageContaining(reason);
    }
}
