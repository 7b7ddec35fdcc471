package org.candour.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.TestCases.assessment;
import static org.candour.api.TestCases.ifMatch;
import static org.candour.api.TestCases.incident;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Risk, as clients see it. */
class RiskApiTests extends Harness {
    private static final String CANARY = "Zqcanaryofrisk";

    private Answer assess(TestCases.TestCase granted, Map<String, Object> assessment, String etag) {
        return as(Caller.ADVOCATE).post(granted.path("risk/assessments"), assessment, ifMatch(etag));
    }

    private Answer view(TestCases.TestCase granted) {
        return as(Caller.ADVOCATE).get(granted.path("risk")).expect(200);
    }

    private static Map<String, Object> with(String field, Object value) {
        var changed = new HashMap<>(assessment());
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> withCanaries() {
        return Map.of(
                "tool",
                "DASH_RIC",
                "assessedOn",
                "2026-03-05",
                "answers",
                Map.of("FEAR_1", "YES", "WEAPONS_1", "DONT_KNOW"),
                "factors",
                Map.of("ACCESS_TO_FIREARMS", "YES"),
                "judgement",
                "HIGH",
                "judgementReason",
                CANARY,
                "isMaracByJudgement",
                true,
                "override",
                Map.of("grade", "HIGH", "reason", CANARY),
                "reviewDueOn",
                "2026-03-12");
    }

    @Test
    void anAdvocateAssessesAndReadsItAgain() {
        var granted = cases().granted();

        var assessed = assess(granted, withCanaries(), "\"0\"").expect(204);

        var risk = view(granted);
        assertThat(assessed.etag()).isEqualTo("\"1\"").isEqualTo(risk.etag());
        assertThat(risk.json().path("grade").stringValue()).isEqualTo("HIGH");
        assertThat(risk.json().path("isReviewDue").booleanValue()).isTrue();
        assertThat(risk.json().path("maracPrompts").toString()).contains("PROFESSIONAL_JUDGEMENT", "HIGH_RISK");
        assertThat(risk.json().at("/items/0/answers/WEAPONS_1").stringValue()).isEqualTo("DONT_KNOW");
        assertThat(risk.json().at("/items/0/answers/FEAR_2").stringValue()).isEqualTo("NOT_ASKED");
        assertThat(risk.json().at("/items/0/factors/ACCESS_TO_FIREARMS").stringValue())
                .isEqualTo("YES");
        assertThat(risk.json().at("/items/0/override/reason").stringValue()).isEqualTo(CANARY);
    }

    @Test
    void afterAnIncidentAReviewIsDue() {
        var granted = cases().granted();
        var assessed = assess(granted, assessment(), "\"0\"").expect(204);
        assertThat(view(granted).json().path("isReviewDue").booleanValue()).isFalse();

        as(Caller.ADVOCATE)
                .post(granted.path("risk/incidents"), incident(), ifMatch(assessed.etag()))
                .expect(204);

        assertThat(view(granted).json().path("isReviewDue").booleanValue()).isTrue();
        assertThat(view(granted).json().at("/incidents/0/happenedOn/from").stringValue())
                .isEqualTo("2026-03-06");
    }

    @Test
    void aReviewIsATaskThatCanBePutOffAndIsDoneByAnAssessmentAlone() {
        var granted = cases().granted();
        var told = as(Caller.ADVOCATE)
                .post(granted.path("risk/incidents"), incident(), ifMatch("\"0\""))
                .expect(204);
        var task = "tasks/" + review(granted).orElseThrow().path("id").stringValue();
        settle();

        var refused = store().refused(
                        409,
                        () -> as(Caller.ADVOCATE)
                                .post(
                                        granted.path(task + "/completion"),
                                        Map.of("evidence", "Seen to."),
                                        ifMatch("\"0\"")));
        assertThat(refused.json().path("allowed").toString()).isEqualTo("[\"SNOOZED\"]");
        as(Caller.ADVOCATE)
                .post(
                        granted.path(task + "/snooze"),
                        Map.of(
                                "until",
                                TestCases.in(TestCases.TERM).substring(0, 10),
                                "reason",
                                "She asked for a week."),
                        ifMatch("\"0\""))
                .expect(204);
        assertThat(review(granted).orElseThrow().path("state").stringValue()).isEqualTo("SNOOZED");
        assess(granted, with("assessedOn", LocalDate.now(ZoneOffset.UTC).toString()), told.etag())
                .expect(204);

        assertThat(review(granted)).isEmpty();
    }

    private Optional<JsonNode> review(TestCases.TestCase granted) {
        var tasks = as(Caller.ADVOCATE)
                .get(granted.path("tasks"))
                .expect(200)
                .json()
                .path("tasks");
        return tasks.valueStream()
                .filter(task -> "RISK_REVIEW".equals(task.path("kind").stringValue()))
                .findFirst();
    }

    @Test
    void badInputIsRefusedByFieldAndNothingIsStored() {
        var granted = cases().granted();
        settle();

        for (var bad : List.of(
                with("judgement", "SEVERE"),
                with("assessedOn", "2026-02-30"),
                with("answers", Map.of("FEAR_1", "PERHAPS")),
                with("factors", Map.of("WEARS_A_HAT", "YES")),
                with("override", Map.of("grade", "STANDARD")),
                with("override", Map.of("grade", "STANDARD", "reason", " ")),
                with("judgementReason", "x".repeat(4_001)))) {
            store().refused(400, () -> assess(granted, bad, "\"0\""));
        }
        assertRefused(granted, "tool", with("tool", "PALMISTRY"));
        assertRefused(granted, "answers", with("answers", Map.of("FEAR_1", "YES")));
        assertRefused(granted, "judgement", with("judgement", "UNKNOWN"));
        assertRefused(granted, "override.grade", with("override", Map.of("grade", "UNKNOWN", "reason", "Why not.")));
        assertRefused(granted, "assessedOn", with("assessedOn", "2999-01-01"));
        assertRefused(granted, "reviewDueOn", with("reviewDueOn", "2026-03-04"));
        var happened = Map.of("happenedOn", Map.of("precision", "EXACT", "from", "2999-01-01"));
        var future = store().refused(
                        422,
                        () -> as(Caller.ADVOCATE).post(granted.path("risk/incidents"), happened, ifMatch("\"0\"")));
        assertThat(Bystander.fields(future)).containsExactly("happenedOn");
        store().refused(428, () -> as(Caller.ADVOCATE).post(granted.path("risk/assessments"), assessment()));
    }

    private void assertRefused(TestCases.TestCase granted, String field, Map<String, Object> bad) {
        var refused = store().refused(422, () -> assess(granted, bad, "\"0\""));
        assertThat(Bystander.kind(refused)).isEqualTo("entry-refused");
        assertThat(Bystander.fields(refused)).containsExactly(field);
    }

    @Test
    void theSecondOfTwoWritersHearsWhichVersionItIsAt() {
        var granted = cases().granted();
        assess(granted, assessment(), "\"0\"").expect(204);
        settle();

        var refused = store().refused(412, () -> assess(granted, with("judgement", "STANDARD"), "\"0\""));
        store().refused(
                        412,
                        () -> as(Caller.ADVOCATE).post(granted.path("risk/incidents"), incident(), ifMatch("\"0\"")));

        assertThat(refused.json().path("current").longValue()).isEqualTo(1);
        assertThat(refused.etag()).isEqualTo("\"1\"");
        assertThat(view(granted).json().path("grade").stringValue()).isEqualTo("HIGH");
    }

    @Test
    void nobodyButTheAdvocateReadsItAnywhere() throws IOException {
        var granted = cases().granted();
        assess(granted, withCanaries(), "\"0\"").expect(204);
        as(Caller.ADVOCATE)
                .post(granted.path("chronology"), TestCases.contact(), ifMatch("\"0\""))
                .expect(201);

        var draft = cases().draft(granted);
        var shown = new StringBuilder(
                as(Caller.ADVOCATE).get(draft.path("draft")).expect(200).text());
        shown.append(exported(granted));
        for (var own : List.of("progress", "access-log", "shared-notes", "expectations", "messages")) {
            shown.append(as(Caller.OWNER).get(granted.path(own)).expect(200).text());
        }

        assertThat(shown.toString())
                .contains("Daniel Marsh") // the draft
                .contains("was told that nothing could be done") // the chronology
                .doesNotContain(CANARY, "FEAR_1", "ACCESS_TO_FIREARMS");
    }

    /** The signed chronology as text, of JSON and PDF alike. */
    private String exported(TestCases.TestCase granted) throws IOException {
        var archive = as(Caller.ADVOCATE)
                .send("POST", granted.path("chronology/export"), BodyPublishers.noBody(), Map.of())
                .expect(200);
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readAllBytes();
                text.append(new String(bytes, UTF_8));
                if (entry.getName().endsWith(".pdf")) {
                    try (var pdf = Loader.loadPDF(bytes)) {
                        text.append(new PDFTextStripper().getText(pdf));
                    }
                }
            }
        }
        return text.toString();
    }

    @Test
    void theVictimSeesThatItWasLookedAt() {
        var granted = cases().granted();
        view(granted);

        var log = as(Caller.OWNER).get(granted.path("access-log")).expect(200).text();

        assertThat(log).contains("VIEW_RISK");
    }

    @Test
    void noDocumentInTheStoreHoldsAWordOfIt() {
        var granted = cases().granted();
        assess(granted, withCanaries(), "\"0\"").expect(204);

        var stored = new StringBuilder();
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().forEach(document -> stored.append(document.toJson()));
        }

        assertThat(stored.toString()).contains(granted.id()).doesNotContain(CANARY, "FEAR_1", "ACCESS_TO_FIREARMS");
    }

    @Test
    void theToolsAreOpenWithTheirSourcesAndWithoutQuestions() {
        var tools = as(Caller.NO_TOKEN).get("/api/risk-tools").expect(200).json();

        assertThat(tools.findValuesAsString("source")).hasSize(3).doesNotContain("");
        assertThat(tools.path(0).path("code").stringValue()).isEqualTo("DASH_RIC");
        assertThat(tools.path(0).path("verified").booleanValue()).isFalse();
        assertThat(tools.at("/0/items/1/code").stringValue()).isEqualTo("FEAR_1");
        assertThat(tools.toString()).doesNotContain("?");
    }
}
