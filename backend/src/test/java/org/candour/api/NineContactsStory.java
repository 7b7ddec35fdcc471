package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.TestCases.ifMatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candour.casework.proceedings.ScreeningQuestion;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

/** The advocate's part of {@link NineContactsStoryTests}: tells the story, and notes after each chapter which alarms are up. */
final class NineContactsStory {
    static final List<String> CONTACTS = List.of(
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
    private final ApiClient advocate;
    private final String caseId;
    private String etag = "\"0\"";
    private String contactsEtag = "\"0\"";

    NineContactsStory(ApiClient advocate, String caseId) {
        this.advocate = advocate;
        this.caseId = caseId;
    }

    /** The open alarms after each chapter. */
    Map<String, List<String>> alarms() {
        return alarms;
    }

    /** How high the alarm of repeated contact stood after each contact. */
    List<Integer> levels() {
        return levels;
    }

    /** Tells all of it. */
    void tell() {
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

    /** The words of a contact. */
    static String what(String contact) {
        return "A contact: " + contact;
    }

    private void contact(String line) {
        var words = line.split(" ", -1);
        var happenedOn =
                words.length == 3 ? exactly(words[1]) : Map.of("precision", "RANGE", "from", words[1], "to", words[2]);
        var added = advocate.post(
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
        var raised = advocate.get(at("chronology")).expect(200).json().path("alarms");
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
        var answer = advocate.post(at(what), body, ifMatch(etag));
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

    /** What its advocate reads of the allegations, the tracks, the alarms. */
    JsonNode proceedings() {
        return advocate.get(at("proceedings")).expect(200).json();
    }

    /** The time limits, as its advocate reads them. */
    Stream<JsonNode> timers() {
        return advocate.get(at("timers")).expect(200).json().path("timers").valueStream();
    }

    private String id(String allegation) {
        return Objects.requireNonNull(allegations.get(allegation));
    }

    /** The address of a part of the case. */
    String at(String what) {
        return "/api/cases/" + caseId + "/" + what;
    }
}
