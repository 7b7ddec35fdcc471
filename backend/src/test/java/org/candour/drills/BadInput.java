package org.candour.drills;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;
import org.candour.development.Tokens;

/** Requests that are wrong in many ways, each with a telltale word where a confused client or a hurried person might put one. */
final class BadInput {
    private static final String REPORT = """
            {"identity": {"name": %s}, "account": {"whatHappened": %s, "happened": {"precision": %s, "from": %s}},
             "accused": {"people": [{"force": %s}]}%s}""";

    private final ApiClient anonymous;
    private final MainJob job;
    private final String caseId;
    private final String word;
    private final List<Answer> answers = new ArrayList<>();

    BadInput(ApiClient anonymous, MainJob job, String caseId, String word) {
        this.anonymous = anonymous;
        this.job = job;
        this.caseId = caseId;
        this.word = word;
    }

    /** Sends them all. */
    List<Answer> send() {
        reports();
        headers();
        addresses();
        otherBodies();
        return List.copyOf(answers);
    }

    private void reports() {
        var quoted = '"' + word + '"';
        var unknown = "\"UNKNOWN\"";
        report(REPORT.formatted(quoted, quoted, unknown, "null", quoted, ", \"more\": " + quoted));
        report(REPORT.formatted(quoted, quoted, quoted, "null", quoted, ""));
        report(REPORT.formatted(quoted, quoted, "\"EXACT\"", quoted, quoted, ""));
        report(REPORT.formatted(quoted, "[" + quoted + "]", unknown, "null", quoted, ""));
        report(REPORT.formatted("{\"given\": " + quoted + "}", quoted, unknown, "null", quoted, ""));
        report(REPORT.formatted('"' + (word + " ").repeat(40) + '"', quoted, unknown, "null", quoted, ""));
        report(REPORT.formatted(quoted, quoted, unknown, "null", '"' + (word + " ").repeat(40) + '"', ""));
        report(REPORT.formatted(quoted, '"' + "x".repeat(100_001) + word + '"', unknown, "null", quoted, ""));
        report(REPORT.formatted(quoted, quoted, unknown, "null", quoted, ", \"identity\": {\"name\": " + quoted + "}"));
        report(REPORT.formatted(quoted, quoted, unknown, "null", quoted, "") + word);
        report(REPORT.formatted(quoted, word, unknown, "null", quoted, ""));
        report("{\"identity\": \"" + word);
        report("\"" + word + "\"");
        report("[".repeat(40) + '"' + word + '"');
        report(REPORT.formatted("\"" + word + "\\ud800\"", quoted, unknown, "null", quoted, ""));
        report(REPORT.formatted(
                quoted, quoted, unknown, "null", quoted, ", \"x\": \"" + (word + " ").repeat(100_000) + '"'));
    }

    private void report(String body) {
        answers.add(job.victim.post("/api/reports", body, Map.of("Idempotency-Key", MainJob.newKey())));
    }

    private void headers() {
        var body = MainJob.report(word);
        answers.add(job.victim.post("/api/reports", body, Map.of("Idempotency-Key", word + "!")));
        answers.add(job.victim.post("/api/reports", body));
        answers.add(job.victim.post("/api/reports", body, Map.of("Content-Type", "text/" + word)));
        answers.add(job.victim.post("/api/reports", body, Map.of("Accept", "text/" + word)));
        answers.add(job.advocate.post("/api/cases/" + caseId + "/notes", Map.of("text", word), MainJob.ifMatch(word)));
        answers.add(job.advocate.post("/api/cases/" + caseId + "/notes", Map.of("text", word)));
        answers.add(
                job.advocate.post("/api/cases/" + caseId + "/notes", Map.of("text", word), MainJob.ifMatch("\"99\"")));
        answers.add(anonymous.as(Tokens.bearing(word)).get("/api/reports"));
        answers.add(anonymous.as(Tokens.bearing(word + "." + word + "." + word)).get("/api/reports"));
    }

    private void addresses() {
        answers.add(job.advocate.get("/api/cases/" + word));
        answers.add(job.investigator.get("/api/disclosures/" + word + "/file"));
        answers.add(job.victim.get("/api/" + word));
        answers.add(job.victim.get("/" + word));
        answers.add(job.victim.get("/api/reports?size=" + word));
        answers.add(job.victim.get("/api/reports?before=" + word));
        answers.add(job.auditor.get("/api/ledger/entries?from=" + word));
        answers.add(job.victim.send("DELETE", "/api/reports?why=" + word, BodyPublishers.noBody(), Map.of()));
    }

    private void otherBodies() {
        var aCase = "/api/cases/" + caseId;
        answers.add(job.advocate.post(
                aCase + "/notes", Map.of("text", (word + " ").repeat(2_000)), MainJob.ifMatch("\"0\"")));
        answers.add(job.advocate.post(aCase + "/status", Map.of("status", word), MainJob.ifMatch("\"0\"")));
        answers.add(job.advocate.post(aCase + "/disclosures", Map.of("recipient", word)));
        answers.add(job.advocate.post(
                aCase + "/disclosures", Map.of("recipient", word.toLowerCase(java.util.Locale.ROOT))));
        answers.add(
                job.commissioner.post(aCase + "/assignments", Map.of("advocate", word, "until", word, "kind", word)));
        answers.add(
                job.investigator.post(aCase + "/assignments", Map.of("advocate", word, "until", word, "kind", word)));
        answers.add(job.victim.post(aCase + "/notes", Map.of("text", word), MainJob.ifMatch("\"0\"")));
    }
}
