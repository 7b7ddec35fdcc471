package org.candour.casework.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.candour.casework.timers.TestRules.london;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candour.access.RuleFileRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RulesFileTests {
    private static final String GOOD = """
            timers:
              - id: VC6-ARR
                words: Tell the victim that the suspect was arrested
                duty-holder: POLICE
                starts-on: [SUSPECT_ARRESTED]
                start-basis: OCCURRENCE
                standard: { working-days: 5 }
                enhanced: { working-days: 1 }
                source: a page
                verified: false
                effective-from: 2021-04-01
            """;

    private static final String LIMIT = GOOD.replace("    standard: { working-days: 5 }\n", "")
            .replace("enhanced: { working-days: 1 }", "limit: { working-days: 5 }");

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} {2} from {3}")
    @CsvFileSource(files = "src/test/resources/org/candour/casework/timers/shipped-rules.csv", commentCharacter = '#')
    void aShippedRuleGivesWhatWasWorkedByHand(String id, Trigger trigger, Tier tier, String start, String due) {
        var clock = new RightsClock(tier, List.of())
                .start(
                        Happening.at(UUID.randomUUID(), trigger, london(start)),
                        TestRules.shipped(),
                        london("2026-11-23T12:00"));

        assertThat(clock.timers())
                .filteredOn(timer -> timer.rule().id().equals(id))
                .singleElement()
                .extracting(timer -> timer.due().map(Object::toString).orElse("-"))
                .isEqualTo(
                        due.equals("-")
                                ? due
                                : OffsetDateTime.parse(due).toInstant().toString());
    }

    @Test
    void everyShippedRuleIsWorkedByHandAtLeastOnce() {
        var worked = WorkingDaysTests.lines("shipped-rules.csv").stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());

        assertThat(TestRules.shipped().all()).extracting(Rule::id).containsOnlyOnceElementsOf(worked);
        assertThat(worked).hasSameSizeAs(TestRules.shipped().all());
    }

    @Test
    void noRuleOfTheVictimsCodeCountsAsVerifiedYet() {
        assertThat(TestRules.shipped().all())
                .filteredOn(rule -> rule.id().startsWith("VC") && !rule.id().equals("VC-RESP"))
                .hasSize(26)
                .noneMatch(Rule::verified);
    }

    @Test
    void everyChainLeadsToARule() {
        var rules = TestRules.shipped();

        assertThat(rules.all().stream().flatMap(rule -> rule.metStarts().values().stream()))
                .hasSize(6)
                .allSatisfy(next -> assertThat(rules.rulesStartedBy(next, LocalDate.parse("2026-11-23")))
                        .isNotEmpty());
    }

    @Test
    void oneRuleMayChangeFromADayOn() throws IOException {
        var next = GOOD.replace("timers:\n", "")
                .replace("2021-04-01", "2027-01-01")
                .replace("working-days: 5", "working-days: 3");
        var book = new RuleBook(read(GOOD + "    effective-to: 2026-12-31\n" + next), TestRules.WORKING_DAYS);

        assertThat(book.rulesStartedBy(Trigger.SUSPECT_ARRESTED, LocalDate.parse("2021-03-31")))
                .isEmpty();
        assertThat(book.rulesStartedBy(Trigger.SUSPECT_ARRESTED, LocalDate.parse("2026-12-31")))
                .extracting(rule -> rule.effectiveFrom().toString())
                .containsExactly("2021-04-01");
        assertThat(book.rulesStartedBy(Trigger.SUSPECT_ARRESTED, LocalDate.parse("2027-01-01")))
                .extracting(rule -> rule.effectiveFrom().toString())
                .containsExactly("2027-01-01");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("the list has another name", GOOD.replace("timers:", "rules:"), 1, "called timers"),
                arguments("a timer is a word", "timers:\n  - x\n", 2, "a timer is a list of fields"),
                arguments("an id has small letters", GOOD.replace("VC6-ARR", "vc6"), 2, "id: capitals"),
                arguments(
                        "nobody must act", GOOD.replace("    duty-holder: POLICE\n", ""), 2, "duty-holder is missing"),
                arguments("somebody unknown must act", GOOD.replace("POLICE", "THEM"), 4, "duty-holder must be one of"),
                arguments("it starts on nothing", GOOD.replace("[SUSPECT_ARRESTED]", "[]"), 5, "starts-on is empty"),
                arguments(
                        "it starts on a word", GOOD.replace("[SUSPECT_ARRESTED]", "x"), 5, "starts-on must be a list"),
                arguments(
                        "it starts on something unknown",
                        GOOD.replace("SUSPECT_ARRESTED", "FULL_MOON"),
                        5,
                        "starts-on must be one of"),
                arguments(
                        "it starts twice on one",
                        GOOD.replace("[SUSPECT_ARRESTED]", "[SUSPECT_ARRESTED, SUSPECT_ARRESTED]"),
                        5,
                        "stands twice"),
                arguments("the basis is unknown", GOOD.replace("OCCURRENCE", "HOPE"), 6, "start-basis must be one of"),
                arguments(
                        "enhanced is longer",
                        GOOD.replace("working-days: 1 ", "working-days: 6 "),
                        8,
                        "enhanced is longer than standard"),
                arguments(
                        "one tier is missing",
                        GOOD.replace("    enhanced: { working-days: 1 }\n", ""),
                        2,
                        "either limit, or both"),
                arguments(
                        "a limit and a tier",
                        GOOD + "    limit: { days: 1 }\n",
                        2,
                        "either limit, or both standard and enhanced"),
                arguments(
                        "a limit is negative", LIMIT.replace("days: 5", "days: -5"), 7, "whole number from 0 to 1000"),
                arguments("a limit is a fraction", LIMIT.replace("days: 5", "days: 1.5"), 7, "whole number"),
                arguments("a limit is beyond life", LIMIT.replace("days: 5", "days: 1001"), 7, "whole number"),
                arguments("a limit has no unit", LIMIT.replace("{ working-days: 5 }", "{}"), 7, "has one unit of"),
                arguments(
                        "a limit has two units",
                        LIMIT.replace("working-days: 5", "working-days: 5, days: 7"),
                        7,
                        "has one unit of"),
                arguments("a unit is unknown", LIMIT.replace("working-days", "moons"), 7, "unknown field moons"),
                arguments("a limit is a word", LIMIT.replace("{ working-days: 5 }", "SOON"), 7, "must be one of"),
                arguments(
                        "a counted limit has no number",
                        LIMIT.replace("{ working-days: 5 }", "COUNTED"),
                        7,
                        "needs its number"),
                arguments(
                        "earliest of one",
                        LIMIT.replace("{ working-days: 5 }", "{ earliest-of: [ { days: 1 } ] }"),
                        7,
                        "needs two limits"),
                arguments(
                        "earliest-of and a limit",
                        LIMIT.replace("{ working-days: 5 }", "{ days: 1, earliest-of: [ { days: 1 }, { days: 2 } ] }"),
                        7,
                        "not both"),
                arguments(
                        "working days that count the day itself",
                        LIMIT.replace("days: 5 ", "days: 5, day-itself-counts: true "),
                        7,
                        "day-itself-counts goes with"),
                arguments(
                        "a chain from another start",
                        GOOD + "    met-starts: { CHARGED: INCIDENT }\n",
                        12,
                        "unknown field CHARGED"),
                arguments("again without a unit", GOOD + "    again: { from: DUE }\n", 12, "has one unit of"),
                arguments("again without a start", GOOD + "    again: { days: 2 }\n", 12, "field from is missing"),
                arguments("verified is perhaps", GOOD.replace("false", "perhaps"), 10, "verified is true or false"),
                arguments("a day that is none", GOOD.replace("2021-04-01", "2021-02-29"), 11, "a date is written"),
                arguments(
                        "an end before the start",
                        GOOD + "    effective-to: 2020-01-01\n",
                        12,
                        "effective-to is before"),
                arguments(
                        "two versions at one time",
                        GOOD + GOOD.replace("timers:\n", "").replace("2021-04-01", "2027-01-01"),
                        12,
                        "another version of VC6-ARR"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsReportedWithItsFileLineAndReason(String what, String text, int line, String reason)
            throws IOException {
        var file = Files.writeString(directory.resolve("rules.yml"), text);

        assertThatExceptionOfType(RuleFileRejected.class)
                .as(what)
                .isThrownBy(() -> RulesFile.read(List.of(file)))
                .withMessageStartingWith(file + ", line " + line + ": ")
                .withMessageContaining(reason);
    }

    @Test
    void aFaultStopsTheStart() throws IOException {
        var file = Files.writeString(directory.resolve("rules.yml"), GOOD.replace("POLICE", "THEM"));
        Files.writeString(directory.resolve("days.yml"), "holidays: []\n");

        start("rules.yml", "days.yml", "line 4: duty-holder must be one of", file);
    }

    @Test
    void aFaultInTheHolidaysStopsTheStart() throws IOException {
        Files.writeString(directory.resolve("rules.yml"), GOOD);
        var day = """
                  - date: 2030-06-03
                    change: ADDED
                    words: a day
                    source: a page
                    verified: true
                """;
        var twice = Files.writeString(directory.resolve("twice.yml"), "holidays:\n" + day + day);
        var unsure = Files.writeString(directory.resolve("unsure.yml"), "holidays:\n" + day.replace("ADDED", "MAYBE"));
        var missing = directory.resolve("missing.yml");

        start("rules.yml", "twice.yml", "line 7: this day stands twice", twice);
        start("rules.yml", "unsure.yml", "line 3: change must be one of [ADDED, REMOVED]", unsure);
        start("rules.yml", "missing.yml", "the file cannot be read", missing);
    }

    private void start(String rules, String holidays, String reason, Path culprit) {
        new ApplicationContextRunner()
                .withUserConfiguration(TimerConfiguration.class)
                .withPropertyValues(
                        "candour.casework.timers.directory=" + directory,
                        "candour.casework.timers.files=" + rules,
                        "candour.casework.timers.holidays=" + holidays)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RuleFileRejected.class)
                        .hasMessageStartingWith(culprit.toString())
                        .hasMessageContaining(reason));
    }

    private List<Rule> read(String text) throws IOException {
        return RulesFile.read(List.of(Files.writeString(directory.resolve("rules.yml"), text)));
    }
}
