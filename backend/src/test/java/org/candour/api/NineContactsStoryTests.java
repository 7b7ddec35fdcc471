package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candour.development.ApiClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An officer noticed nine times by three forces over two decades (DOMAIN section 8, article 003), told here by an advocate over
 * HTTP, with what the criminal and the misconduct side made of the fifth and the eighth. Everything expected was worked out by
 * hand, from this table and a calendar.
 *
 * <pre>
 * no  contact with  happened               action   told on the tracks
 *  1  met           2000 (some day)        NO
 *  2  met           2002-02-14             NO
 *  3  met           2002-12-31             UNKNOWN
 *  4  northfield    2004-02-29             YES
 *  5  westmarch     2016-03-27             NO       EARLIER: reported; outcome 16 on 2016-06-10, the victim told on 2016-06-20
 *  6  westmarch     2017-05-01 to 05-31    NO
 *  7  northfield    2019-08-20             NO
 *  8  met           2021-07-25             NO       LATER: reported 2021-10-01, ... convicted, dismissed
 *  9  met           2021-10-01             YES
 * </pre>
 */
class NineContactsStoryTests extends Harness {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private @Nullable NineContactsStory story;

    @BeforeAll
    void tell() {
        story = new NineContactsStory(as(Caller.ADVOCATE), cases().granted().id());
        story.tell();
    }

    private NineContactsStory story() {
        return Objects.requireNonNull(story);
    }

    /** Nights before 2021-10-31 and after a last Sunday in March are in summer time: the day in London ends an hour earlier. */
    @Test
    void eachTimeLimitRunsFromItsEventToTheDayThatTheCalendarSays() {
        var tomorrow = LocalDate.now(LONDON)
                .plusDays(1)
                .atTime(23, 59, 59)
                .atZone(LONDON)
                .toInstant();
        var hand = Stream.of(
                // EARLIER: the Code of 2021 did not bind in 2016; the police's review scheme began in April 2015
                "VRR-POL-REQ 2016-09-20T22:59:59Z MISSED", // three months from being told, a right of the victim's
                // a sexual assault by category: clear since it was told here, as nobody says since when the force knew
                "IOPC-REF " + tomorrow + " RUNNING",
                // LATER: the same, until the screening told that it was clear on 2021-10-04
                "IOPC-REF " + tomorrow + " SUPERSEDED",
                // reported on a Friday
                "VC2-REC 2021-10-01T23:00:00Z MET_LATE", // 24 hours; recorded on the third
                "VC3-ACK - RUNNING", // no number of days is stated
                "VC4-REF 2021-10-05T22:59:59Z MISSED", // two working days: Monday, Tuesday
                "IOPC-REF 2021-10-05T22:59:59Z MET_LATE", // the day after it was clear; referred on the eighth
                "VC6-ARR 2021-12-29T23:59:59Z MISSED", // Christmas Eve, a weekend, and two substitute days
                "VC6-CHG 2022-04-19T22:59:59Z MISSED", // Maundy Thursday, then Easter
                "VC9-CRT 2023-01-24T23:59:59Z MET", // five working days from a Tuesday; they knew on the Friday
                "VC9-OUT 2023-01-23T23:59:59Z MISSED", // one working day from that Friday
                "IOPC-12M 2022-10-31T23:59:59Z MISSED", // twelve months from the complaint
                "IOPC-12M 2023-04-30T22:59:59Z SUPERSEDED", // six more; the investigation had ended in March
                "PC-UPD 2021-11-28T23:59:59Z MISSED", // 28 days
                "PC-REVIEW 2023-04-29T22:59:59Z MISSED", // a letter of the first of April, as the IOPC's own example
                "PC-HEAR-ACCELERATED 2023-05-16T22:59:59Z MET"); // 15 working days with two bank holidays in May

        assertThat(story().timers()
                        .map(timer -> String.join(
                                " ",
                                timer.at("/rule/id").stringValue(),
                                timer.path("dueAt").stringValue("-"),
                                timer.path("state").stringValue()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(hand.toList());
    }

    @Test
    void alarmsAreUpAsLongAsTheirReasonAndNoLonger() {
        assertThat(story().alarms())
                .containsExactly(
                        Map.entry(
                                "when both were alleged",
                                List.of(
                                        "CRIME_REFERENCE_MISSING EARLIER",
                                        "CRIME_REFERENCE_MISSING LATER",
                                        "MISCONDUCT_TRACK_MISSING EARLIER",
                                        "MISCONDUCT_TRACK_MISSING LATER",
                                        "REFERRAL_MISSING EARLIER",
                                        "REFERRAL_MISSING LATER")),
                        Map.entry(
                                "when the earlier was told",
                                List.of(
                                        "CRIME_REFERENCE_MISSING LATER",
                                        "MISCONDUCT_TRACK_MISSING EARLIER",
                                        "MISCONDUCT_TRACK_MISSING LATER",
                                        "REFERRAL_MISSING EARLIER",
                                        "REFERRAL_MISSING LATER")),
                        Map.entry(
                                "when the later was referred",
                                List.of(
                                        "CRIME_REFERENCE_MISSING LATER",
                                        "MISCONDUCT_TRACK_MISSING EARLIER",
                                        "MISCONDUCT_TRACK_MISSING LATER",
                                        "REFERRAL_MISSING EARLIER")),
                        Map.entry(
                                "in the end", List.of("MISCONDUCT_TRACK_MISSING EARLIER", "REFERRAL_MISSING EARLIER")));
    }

    @Test
    void theAlarmOfRepeatedContactIsUpByTheSecondAndRisesWithEachWithoutAction() {
        assertThat(story().levels()).containsExactly(0, 2, 3, 3, 4, 5, 6, 7, 7);
    }

    @Test
    void theDecisionOfOutcome16MayBeReviewedBecauseTheVictimSaysItIsWrong() {
        var review = story().proceedings()
                .path("steps")
                .valueStream()
                .filter(step -> step.at("/outcome/code").stringValue("").equals("16"))
                .map(step -> step.at("/review/eligibility").stringValue() + " "
                        + step.at("/review/reason").stringValue());

        assertThat(review).containsExactly("ARGUABLE VICTIM_DISPUTES_WITHDRAWAL");
    }

    @Test
    void theTasksAreWhatIsStillToBeDoneForTheTwoAllegations() {
        var open = as(Caller.ADVOCATE)
                .get(story().at("tasks"))
                .expect(200)
                .json()
                .path("tasks")
                .valueStream()
                .filter(task -> !task.path("state").stringValue().equals("DONE"))
                .map(task -> task.path("kind").stringValue())
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));

        assertThat(open).containsEntry("MISCONDUCT_TRACK_MISSING", 1L).doesNotContainKey("CRIME_REFERENCE_MISSING");
    }

    /** K knew, N not yet, U unknown, - nothing recorded; one letter a contact. */
    @ParameterizedTest
    @CsvSource({
        "met,        1999-12-31, N N N - - - - N N",
        "met,        2000-06-30, U N N - - - - N N",
        "met,        2002-12-31, K K K - - - - N N",
        "met,        2021-09-30, K K K - - - - K N",
        "met,        2026-01-05, K K K - - - - K K",
        "northfield, 2004-02-28, - - - N - - N - -",
        "northfield, 2019-08-20, - - - K - - K - -",
        "westmarch,  2017-04-30, - - - - K N - - -",
        "westmarch,  2017-05-15, - - - - K U - - -"
    })
    void eachForceKnewWhatTheTableSays(String body, String on, String hand) {
        var facts = as(Caller.ADVOCATE)
                .get(story().at("knowledge") + "?body=" + body + "&on=" + on)
                .expect(200)
                .json()
                .path("facts");

        assertThat(facts.valueStream().map(NineContactsStoryTests::letter).collect(Collectors.joining(" ")))
                .isEqualTo(hand);
    }

    private static String letter(JsonNode fact) {
        return switch (fact.path("answer").stringValue()) {
            case "KNEW" -> "K";
            case "NOT_YET" -> "N";
            case "UNKNOWN" -> "U";
            case "NOTHING_RECORDED" -> "-";
            default -> throw new AssertionError(fact);
        };
    }

    @Test
    void theSignedChronologyTellsAllNineInBothForms() throws IOException {
        var files = unpacked(
                as(Caller.ADVOCATE).post(story().at("chronology/export")).expect(200));

        var told = JsonMapper.shared().readTree(files.get("chronology.json")).path("entries");
        assertThat(told.findValuesAsString("what"))
                .containsExactlyElementsOf(NineContactsStory.CONTACTS.stream()
                        .map(NineContactsStory::what)
                        .toList());
        try (var pdf = Loader.loadPDF(files.get("chronology.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(NineContactsStory.CONTACTS.stream()
                            .map(NineContactsStory::what)
                            .toList());
        }
        assertThat(files).containsKey("chronology.note");
    }

    private static Map<String, byte[]> unpacked(Answer answer) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void whatTheVictimWithdrawsIsNotDeletedAndTheyMayTakeItUpAgain() {
        var before = story().proceedings();
        var address = story().at("participation");

        as(Caller.OWNER).post(address, Map.of("participation", "WITHDRAWN")).expect(200);

        var after = story().proceedings();
        for (var kept : List.of("allegations", "steps", "referrals")) {
            assertThat(after.path(kept)).as(kept).isEqualTo(before.path(kept)).isNotEmpty();
        }
        as(Caller.OWNER).post(address, Map.of("participation", "TAKING_PART")).expect(200);
    }
}
