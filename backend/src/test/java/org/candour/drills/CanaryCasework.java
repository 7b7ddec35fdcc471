package org.candour.drills;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candour.casework.proceedings.ScreeningQuestion;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;

/**
 * What a victim and an advocate write about one case after the report, with a value that is found nowhere else in each field
 * that takes words. Whoever wrote it and the other side may read it; nobody else.
 */
final class CanaryCasework {
    /** Fields of text that hold the code of something. */
    private static final Set<String> CODES = Set.of("NewEntry.body", "NewKnowledge.body", "NewAssessment.tool");

    private static final Map<String, Object> UNKNOWN_DAY = Map.of("precision", "UNKNOWN");

    private final Map<String, String> planted = new TreeMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Supplier<String> words;
    private final MainJob job;
    private final String aCase;

    CanaryCasework(Supplier<String> words, MainJob job, String caseId) {
        this.words = words;
        this.job = job;
        this.aCase = "/api/cases/" + caseId;
    }

    /** By the record and the component that hold it, what must be looked for. */
    Map<String, String> planted() {
        return Map.copyOf(planted);
    }

    /** What came back to those who wrote; it repeats none of it. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** The fields of {@code type} that take free words, as {@link #planted()} names them. */
    static Set<String> fieldsOfWords(Type type) {
        var found = new TreeSet<String>();
        if (type instanceof ParameterizedType parts) {
            Stream.of(parts.getActualTypeArguments())
                    .map(CanaryCasework::fieldsOfWords)
                    .forEach(found::addAll);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent part : plain.getRecordComponents()) {
                var name = plain.getSimpleName() + "." + part.getName();
                var isCode = CODES.contains(name)
                        || part.getAccessor().isAnnotationPresent(jakarta.validation.constraints.Pattern.class)
                        || Stream.of(part.getAnnotatedType().getAnnotations())
                                .anyMatch(jakarta.validation.constraints.Pattern.class::isInstance);
                if (part.getType() == String.class && !isCode) {
                    found.add(name);
                }
                found.addAll(fieldsOfWords(part.getGenericType()));
            }
        }
        return found;
    }

    private String word(String field) {
        return planted.computeIfAbsent(field, unknown -> words.get());
    }

    /** Writes everything; in an emergency too. */
    void play() {
        speak();
        allege();
        tellTheStory();
        assessRisk();
    }

    /** What the victim says, and what is said to them. */
    private void speak() {
        write(job.victim.post(aCase + "/messages", Map.of("text", word("NewMessage.text")), key()));
        var channel = new TreeMap<String, Object>(Map.of(
                "channel", "EMAIL",
                "allowed", "YES",
                "voicemailAllowed", "NO",
                "numberWithheld", "YES",
                "leaveNoMessage", "UNKNOWN"));
        for (var field : List.of("safeTimes", "codeWord", "whoElseCanSee", "senderName", "fallback")) {
            channel.put(field, word("SafeChannel." + field));
        }
        channel.put("address", word("SafeChannel.address") + "@example.org");
        write(job.victim.put(
                aCase + "/own-safe-contact", Map.of("channels", List.of(channel)), MainJob.ifMatch("\"0\"")));
        var correction = word("NewCorrection.text") + ", and he wrote to " + channel.get("address") + ".";
        write(job.victim.post(aCase + "/corrections", Map.of("text", correction), key()));
        write(job.victim.post(
                aCase + "/retaliation",
                Map.of("kind", "STOPPED", "happened", UNKNOWN_DAY, "words", word("NewEntry.words")),
                key()));
        write(job.advocate.put(
                aCase + "/next-check",
                Map.of("dueOn", today().plusDays(9).toString(), "words", word("NewCheck.words")),
                Map.of()));
    }

    /** The allegation, the tracks, the alarm and the task that follow. */
    private void allege() {
        var added = write(job.advocate.post(aCase + "/allegations", allegation(), MainJob.ifMatch("\"0\"")));
        var allegation = added.json().path("id").stringValue();
        var alarm = "CRIME_REFERENCE_MISSING." + allegation;
        var snoozed = write(job.advocate.post(
                aCase + "/tasks/" + alarm + "/snooze",
                Map.of("until", today().plusDays(9).toString(), "reason", word("NewSnooze.reason")),
                MainJob.ifMatch(added.etag())));
        var closed = write(job.advocate.post(
                aCase + "/alarms/" + alarm + "/closing",
                Map.of("reason", word("NewClosing.reason")),
                MainJob.ifMatch(snoozed.etag())));
        var screened = write(job.advocate.post(
                aCase + "/allegations/" + allegation + "/screening",
                Map.of(
                        "answers",
                        Stream.of(ScreeningQuestion.values())
                                .collect(Collectors.toMap(
                                        Enum::name, one -> one == ScreeningQuestion.SERIOUS_ASSAULT ? "YES" : "NO"))),
                MainJob.ifMatch(closed.etag())));
        var done = write(job.advocate.post(
                aCase + "/tasks/" + timerTask() + "/completion",
                Map.of("evidence", word("NewCompletion.evidence")),
                MainJob.ifMatch(screened.etag())));
        var decided =
                write(job.advocate.post(aCase + "/tracks/CRIMINAL/outcome", notToAct(), MainJob.ifMatch(done.etag())));
        write(job.advocate.post(
                aCase + "/allegations/" + allegation + "/state",
                Map.of("state", "WITHDRAWN", "reason", word("NewState.reason")),
                MainJob.ifMatch(decided.etag())));
    }

    private Map<String, Object> allegation() {
        var facts = new TreeMap<String, Object>(Map.of(
                "accused",
                0,
                "category",
                Map.of("scheme", "iopc-2020", "code", "J1"),
                "duty",
                "ON_DUTY",
                "howMet",
                "AS_VICTIM",
                "vulnerabilities",
                List.of(),
                "happened",
                UNKNOWN_DAY,
                "forceThen",
                "westmarch",
                "forceNow",
                "UNKNOWN",
                "criminal",
                "UNKNOWN",
                "relatedCases",
                List.of()));
        var words = Map.of("summary", word("AllegationWords.summary"), "howMet", word("AllegationWords.howMet"));
        return Map.of("facts", facts, "words", words);
    }

    private String timerTask() {
        return job.advocate
                .get(aCase + "/tasks")
                .expect(200)
                .json()
                .path("tasks")
                .valueStream()
                .map(task -> task.path("id").stringValue())
                .filter(task -> task.startsWith("TIMER."))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> notToAct() {
        var day = Map.of("precision", "EXACT", "from", "2026-04-04");
        var facts = Map.of("happenedOn", day, "knownTo", List.of(), "decidedBy", "POLICE", "decidingBody", "westmarch");
        var words = new TreeMap<String, Object>();
        for (var field : List.of("reason", "decisionMaker", "crimeReference")) {
            words.put(field, word("TrackWords." + field));
        }
        return Map.of(
                "outcome",
                Map.of("scheme", "home-office-2014", "code", "16"),
                "allegations",
                List.of(),
                "facts",
                facts,
                "words",
                words,
                "victim",
                Map.of("disputes", "YES", "account", word("VictimSays.account")));
    }

    /** Two contacts without action, and the alarm that follows. */
    private void tellTheStory() {
        var contact = new TreeMap<String, Object>(Map.of(
                "kind", "CONTACT_WITH_AUTHORITIES",
                "happenedOn", UNKNOWN_DAY,
                "body", "westmarch",
                "contact", "REPORT_BY_VICTIM",
                "actionTaken", "NO"));
        for (var field : List.of("what", "decidedByName", "rationale")) {
            contact.put(field, word("NewEntry." + field));
        }
        var first = write(job.advocate.post(aCase + "/chronology", contact, MainJob.ifMatch("\"0\"")));
        var second = write(job.advocate.post(aCase + "/chronology", contact, MainJob.ifMatch(first.etag())));
        var alarm = job.advocate
                .get(aCase + "/chronology")
                .expect(200)
                .json()
                .at("/alarms/0/id")
                .stringValue();
        write(job.advocate.post(
                aCase + "/chronology/alarms/" + alarm + "/closure",
                Map.of("reason", word("AlarmClosure.reason")),
                MainJob.ifMatch(second.etag())));
    }

    private void assessRisk() {
        var assessment = Map.of(
                "tool", "DARA",
                "assessedOn", "2026-03-05",
                "judgement", "HIGH",
                "judgementReason", word("NewAssessment.judgementReason"),
                "override", Map.of("grade", "MEDIUM", "reason", word("NewOverride.reason")));
        write(job.advocate.post(aCase + "/risk/assessments", assessment, MainJob.ifMatch("\"0\"")));
    }

    /** Everything about the case that this person can ask for and get, as one text. */
    String readBy(ApiClient reader) {
        var read = new StringBuilder();
        for (var view : List.of(
                "",
                "/messages",
                "/safe-contact",
                "/own-safe-contact",
                "/corrections",
                "/retaliation",
                "/next-check",
                "/progress",
                "/proceedings",
                "/tasks",
                "/timers",
                "/risk",
                "/chronology")) {
            var answer = reader.get(aCase + view);
            read.append(answer.status() == 200 ? answer.text() : "");
        }
        return read.toString();
    }

    private Answer write(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer + ": " + answer.text());
        }
        answers.add(answer);
        return answer;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", MainJob.newKey());
    }
}
