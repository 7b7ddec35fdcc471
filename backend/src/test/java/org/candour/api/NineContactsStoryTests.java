package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.TestCases.ifMatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candour.casework.proceedings.ScreeningQuestion;
import org.candour.development.ApiClient.Answer;
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

    private static final List<String> CONTACTS = List.of(
            "met 2000-01-01 2000-12-31 NO",
            "met 2002-02-14 NO",
            "met 2002-12-31 UNKNOWN",
            "northfield 2004-02-29 YES",
            "westmarch 2016-03-27 NO",
            "westmarch 2017-05-01 2017-05-31 NO",
            "northfield 2019-08-20 NO",
            "met 2021-07-25 NO",
            "met 2021-10-01 YES");

    private final Map<String, String> allegations = new LinkedHashMap<>();
    private final Map<String, List<String>> alarms = new LinkedHashMap<>();
    private final List<Integer> levels = new ArrayList<>();
    private String caseId = "";
    private String etag = "\"0\"";
    private String contactsEtag = "\"0\"";

    @BeforeAll
    void tell() {
        caseId = cases().granted().id();
        CONTACTS.forEach(this::contact);
        allege("EARLIER", "2016-03-27", Map.of("scheme", "iopc-legacy", "code", "B"));
        allege("LATER", "2021-07-25", Map.of("scheme", "iopc-2020", "code", "J1"));
        notice("when both were alleged");
        tellTheEarlier();
        tellTheLater();
        tellWhetherHeServes();
        notice("in the end");
    }

    private void tellTheEarlier() {
        step("EARLIER", "CRIMINAL", "REPORTED_TO_POLICE", "2016-03-27");
        var told = Map.of("whom", "VICTIM", "knownOn", exactly("2016-06-20"));
        outcome(
                "EARLIER",
                "CRIMINAL",
                code("home-office-2014", "16"),
                facts("2016-06-10", "POLICE", Map.of("knownTo", List.of(told))),
                Map.of(
                        "words",
                        Map.of("reason", "They say that she withdrew.", "crimeReference", "WM/1604/16"),
                        "victim",
                        Map.of("disputes", "YES", "account", "I never did.")));
        notice("when the earlier was told");
    }

    private void tellTheLater() {
        step("LATER", "CRIMINAL", "REPORTED_TO_POLICE", "2021-10-01");
        screen("2021-10-04");
        refer("2021-10-08");
        notice("when the later was referred");
        step("LATER", "CRIMINAL", "CRIME_RECORDED", "2021-10-03", Map.of("crimeReference", "01/77001/21"));
        step("LATER", "CRIMINAL", "SUSPECT_ARRESTED", "2021-12-24");
        step("LATER", "CRIMINAL", "SENT_TO_PROSECUTOR", "2022-02-01");
        step("LATER", "CRIMINAL", "CHARGED", "2022-04-14");
        outcome("LATER", "CRIMINAL", code("court", "convicted"), facts("2023-01-17", "COURT", Map.of()), Map.of());
        step("LATER", "CRIMINAL", "OUTCOME_KNOWN_TO_WITNESS_CARE", "2023-01-20");
        step("LATER", "MISCONDUCT", "COMPLAINT_MADE", "2021-10-31");
        step("LATER", "MISCONDUCT", "MISCONDUCT_INVESTIGATION_BEGUN", "2021-11-15");
        step("LATER", "MISCONDUCT", "MISCONDUCT_INVESTIGATION_FINISHED", "2023-03-01");
        outcome(
                "LATER",
                "MISCONDUCT",
                code("complaint-2020", "case-to-answer-gross-misconduct"),
                facts("2023-03-20", "APPROPRIATE_AUTHORITY", Map.of("letterOn", "2023-04-01")),
                Map.of());
        step("LATER", "MISCONDUCT", "ACCELERATED_HEARING_NOTIFIED", "2023-04-21");
        evidence("PC-HEAR-ACCELERATED", "2023-05-12T10:00:00Z");
        outcome(
                "LATER",
                "MISCONDUCT",
                code("misconduct-2020", "dismissal-without-notice"),
                facts("2023-05-12", "HEARING_PANEL", Map.of()),
                Map.of());
    }

    private void tellWhetherHeServes() {
        step("LATER", "EMPLOYMENT", "SUSPENDED", "2021-10-02");
        outcome(
                "LATER",
                "EMPLOYMENT",
                code("employment-status", "dismissed"),
                facts("2023-05-12", "HEARING_PANEL", Map.of()),
                Map.of());
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

        assertThat(timers().map(timer -> String.join(
                                " ",
                                timer.at("/rule/id").stringValue(),
                                timer.path("dueAt").stringValue("-"),
                                timer.path("state").stringValue()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(hand.toList());
    }

    @Test
    void alarmsAreUpAsLongAsTheirReasonAndNoLonger() {
        assertThat(alarms)
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
        assertThat(levels).containsExactly(0, 2, 3, 3, 4, 5, 6, 7, 7);
    }

    @Test
    void theDecisionOfOutcome16MayBeReviewedBecauseTheVictimSaysItIsWrong() {
        var review = proceedings()
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
                .get(at("tasks"))
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
                .get(at("knowledge") + "?body=" + body + "&on=" + on)
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
        var files = unpacked(as(Caller.ADVOCATE).post(at("chronology/export")).expect(200));

        var told = JsonMapper.shared().readTree(files.get("chronology.json")).path("entries");
        assertThat(told.findValuesAsString("what"))
                .containsExactlyElementsOf(
                        CONTACTS.stream().map(NineContactsStoryTests::what).toList());
        try (var pdf = Loader.loadPDF(files.get("chronology.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(
                            CONTACTS.stream().map(NineContactsStoryTests::what).toList());
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

    private static String what(String contact) {
        return "A contact: " + contact;
    }

    private void contact(String line) {
        var words = line.split(" ", -1);
        var happenedOn =
                words.length == 3 ? exactly(words[1]) : Map.of("precision", "RANGE", "from", words[1], "to", words[2]);
        var added = as(Caller.ADVOCATE)
                .post(
                        at("chronology"),
                        Map.of(
                                "kind",
                                "CONTACT_WITH_AUTHORITIES",
                                "happenedOn",
                                happenedOn,
                                "what",
                                what(line),
                                "body",
                                words[0],
                                "contact",
                                "REPORT_BY_SOMEBODY_ELSE",
                                "actionTaken",
                                words[words.length - 1]),
                        ifMatch(contactsEtag))
                .expect(201);
        contactsEtag = added.etag();
        var raised =
                as(Caller.ADVOCATE).get(at("chronology")).expect(200).json().path("alarms");
        levels.add(raised.valueStream()
                .filter(alarm -> alarm.toString().contains("REPEATED_CONTACT_WITHOUT_ACTION"))
                .map(alarm -> alarm.findValue("level").intValue())
                .findFirst()
                .orElse(0));
    }

    private void allege(String name, String day, Map<String, Object> category) {
        var facts = new TreeMap<String, Object>(Map.of(
                "accused",
                0,
                "category",
                category,
                "duty",
                "ON_DUTY",
                "howMet",
                "UNKNOWN",
                "vulnerabilities",
                List.of(),
                "happened",
                exactly(day),
                "forceThen",
                name.equals("LATER") ? "met" : "westmarch",
                "forceNow",
                "met",
                "criminal",
                "UNKNOWN",
                "relatedCases",
                List.of()));
        var added = write("allegations", Map.of("facts", facts));
        allegations.put(name, added.json().path("id").stringValue());
    }

    private void step(String allegation, String track, String step, String day) {
        step(allegation, track, step, day, Map.of());
    }

    private void step(String allegation, String track, String step, String day, Map<String, Object> words) {
        write(
                "tracks/" + track + "/events",
                Map.of(
                        "step",
                        step,
                        "allegations",
                        List.of(id(allegation)),
                        "facts",
                        facts(day, "POLICE", Map.of()),
                        "words",
                        words));
    }

    private void outcome(
            String allegation, String track, Object outcome, Map<String, Object> facts, Map<String, Object> more) {
        var body = new TreeMap<String, Object>(more);
        body.put("outcome", outcome);
        body.put("allegations", List.of(id(allegation)));
        body.put("facts", facts);
        write("tracks/" + track + "/outcome", body);
    }

    private void screen(String clearOn) {
        var answers = Stream.of(ScreeningQuestion.values())
                .collect(Collectors.toMap(
                        Enum::name, one -> one == ScreeningQuestion.SERIOUS_SEXUAL_OFFENCE ? "YES" : "NO"));
        write("allegations/" + id("LATER") + "/screening", Map.of("answers", answers, "clearOn", clearOn));
    }

    private void refer(String day) {
        write(
                "referral",
                Map.of(
                        "decision",
                        "MANDATORY",
                        "allegations",
                        List.of(id("LATER")),
                        "basis",
                        List.of("SERIOUS_SEXUAL_OFFENCE"),
                        "facts",
                        facts(day, "APPROPRIATE_AUTHORITY", Map.of())));
    }

    private void evidence(String rule, String at) {
        var timer = timers().filter(one -> one.at("/rule/id").stringValue().equals(rule))
                .findFirst()
                .orElseThrow();
        write(
                "timers/" + timer.path("id").stringValue() + "/evidence",
                Map.of(
                        "at", at,
                        "channel", "LETTER",
                        "toldBy", "POLICE",
                        "toldTo", "VICTIM",
                        "victimAgrees", "YES"));
    }

    private static Map<String, Object> facts(String day, String decidedBy, Map<String, Object> more) {
        var facts = new TreeMap<String, Object>(Map.of(
                "happenedOn", exactly(day), "knownTo", List.of(), "decidedBy", decidedBy, "decidingBody", "met"));
        facts.putAll(more);
        return facts;
    }

    private static Map<String, Object> exactly(String day) {
        return Map.of("precision", "EXACT", "from", day);
    }

    private static Map<String, Object> code(String scheme, String code) {
        return Map.of("scheme", scheme, "code", code);
    }

    private Answer write(String what, Object body) {
        var answer = as(Caller.ADVOCATE).post(at(what), body, ifMatch(etag));
        assertThat(answer.status()).as(what + " " + body + " " + answer.text()).isBetween(200, 299);
        etag = answer.etag();
        return answer;
    }

    private void notice(String when) {
        alarms.put(
                when,
                proceedings()
                        .path("alarms")
                        .valueStream()
                        .filter(alarm -> !alarm.path("isClosed").booleanValue())
                        .map(alarm -> alarm.path("kind").stringValue() + " " + name(alarm))
                        .sorted()
                        .toList());
    }

    private String name(JsonNode alarm) {
        var id = alarm.path("allegation").stringValue();
        return allegations.entrySet().stream()
                .filter(known -> known.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode proceedings() {
        return as(Caller.ADVOCATE).get(at("proceedings")).expect(200).json();
    }

    private Stream<JsonNode> timers() {
        return as(Caller.ADVOCATE)
                .get(at("timers"))
                .expect(200)
                .json()
                .path("timers")
                .valueStream();
    }

    private String id(String allegation) {
        return java.util.Objects.requireNonNull(allegations.get(allegation));
    }

    private String at(String what) {
        return "/api/cases/" + caseId + "/" + what;
    }
}
