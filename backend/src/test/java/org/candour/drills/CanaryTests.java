package org.candour.drills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;
import org.candour.development.CandourTest;
import org.candour.development.HeardLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plants a value that is found nowhere else in every field of a report, plays the main job, and looks for them everywhere. */
@CandourTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTests {
    /** INFO is what production runs at; these must be clean also where an operator looks closer. */
    private static final Map<String, Level> LEVELS = Map.of(
            "ROOT", Level.INFO,
            "org.candour", Level.TRACE,
            "org.springframework.web", Level.DEBUG,
            "org.springframework.security", Level.DEBUG,
            "org.springframework.data", Level.DEBUG,
            "org.mongodb.driver", Level.DEBUG);

    private static final String CONTROL = "Zqcontrolvalue";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Value("${spring.mongodb.uri}")
    String mongodbUri;

    @Autowired
    Environment settings;

    private final CanaryReport report = new CanaryReport();
    private final String note = report.word();
    private final String slipped = report.word();
    private final String emergency = report.word();
    private final String whyHeldBack = report.word();
    private final String danger = report.word();
    private final List<Answer> toOthers = new ArrayList<>();
    private final List<Answer> problems = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private Sweep canaries;
    private HeardLog log;
    private MainJob job;
    private String caseId;
    private Answer opened;
    private Answer identity;
    private Answer read;

    @BeforeAll
    void play() {
        report.planted().values().forEach(all::addAll);
        all.addAll(List.of(note, slipped, emergency, whyHeldBack, danger));
        canaries = new Sweep(all);
        log = new HeardLog(LEVELS);
        job = MainJob.at("http://localhost:" + port);
        LoggerFactory.getLogger(CanaryTests.class).debug("{} as a control", CONTROL);
        playTheJob();
        problems.addAll(new BadInput(ApiClient.at("http://localhost:" + port), job, caseId, slipped).send());
    }

    private void playTheJob() {
        var key = MainJob.newKey();
        var receipt = job.submit(report.body(), key).expect(201);
        caseId = receipt.json().path("caseId").stringValue();
        toOthers.add(receipt);
        toOthers.add(job.submit(report.body(), key).expect(200));
        problems.add(job.open(caseId).expect(404));
        job.awaitCase(caseId);
        toOthers.add(job.assign(caseId).expect(200));
        opened = job.open(caseId).expect(200);
        identity = job.identity(caseId).expect(200);
        var noted = job.advocate
                .post("/api/cases/" + caseId + "/notes", Map.of("text", note), MainJob.ifMatch(opened.etag()))
                .expect(204);
        toOthers.add(noted);
        toOthers.add(job.advocate
                .post("/api/cases/" + caseId + "/status", Map.of("status", "IN_SUPPORT"), MainJob.ifMatch(noted.etag()))
                .expect(204));
        askInAnEmergency();
        assessRisk();
        var copy = job.releasedCopy(caseId);
        read = job.read(copy).expect(200);
        job.everything(caseId, copy).forEach((call, send) -> {
            if (!List.of("open", "identity", "prepare", "review", "read", "withdraw")
                    .contains(call)) {
                toOthers.add(send.get());
            }
        });
        toOthers.add(job.auditor.get("/api/ledger/entries?size=100").expect(200));
        toOthers.add(job.auditor.get("/api/ledger/entries/0").expect(200));
        toOthers.add(job.auditor.get("/api/ledger/bundles/0").expect(200));
    }

    private void assessRisk() {
        var assessment = Map.of(
                "tool", "DARA",
                "assessedOn", "2026-03-05",
                "judgement", "HIGH",
                "judgementReason", danger,
                "override", Map.of("grade", "HIGH", "reason", danger));
        toOthers.add(job.advocate
                .post("/api/cases/" + caseId + "/risk/assessments", assessment, MainJob.ifMatch("\"0\""))
                .expect(204));
    }

    private void askInAnEmergency() {
        var asked = job.advocate
                .post("/api/cases/" + caseId + "/emergency-access", Map.of("reason", emergency))
                .expect(201);
        var approval =
                Map.of("heldBackUntil", Instant.now().plus(Duration.ofDays(1)).toString(), "reason", whyHeldBack);
        toOthers.add(asked);
        toOthers.add(job.commissioner.get("/api/emergency-access").expect(200));
        toOthers.add(job.commissioner
                .post("/api/emergency-access/" + asked.json().path("id").stringValue() + "/approval", approval)
                .expect(204));
    }

    @AfterAll
    void end() {
        log.close();
    }

    @Test
    void everyFieldHoldsAValueAndTheAdvocateReadsThemAllWhoTheVictimIsAtAnAddressOfItsOwn() {
        assertThat(report.planted().keySet())
                .contains("identity.name", "identity.contacts[0].codeWord", "account.wishes", "exclusions.people[0]");

        var exclusions = report.plantedIn("exclusions"); // they are kept as tokens alone
        var kept = new ArrayList<>(report.plantedIn("account", "accused"));
        var known = new ArrayList<>(report.plantedIn("identity"));
        known.removeIf(value -> value.matches("07700\\d+")); // the same number without its spaces
        assertThat(new Sweep(kept).findsIn(opened.bytes())).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(new Sweep(report.unspoken()).findsIn(opened.bytes())).isEmpty();
        assertThat(new Sweep(known).findsIn(identity.bytes())).containsExactlyInAnyOrderElementsOf(known);
        for (var answer : List.of(opened, identity)) {
            assertThat(canaries.findsIn(answer.bytes())).doesNotContainAnyElementsOf(exclusions);
        }
    }

    @Test
    void theStoreHoldsNoneOfThem() {
        try (var stored = new Stored(mongodbUri)) {
            var bytes = new ByteArrayOutputStream();
            stored.everything().forEach((name, documents) -> {
                bytes.writeBytes(name.getBytes(UTF_8));
                documents.forEach(document ->
                        bytes.writeBytes(document.getByteBuffer().asNIO().array()));
            });

            assertThat(canaries.findsIn(bytes.toByteArray())).isEmpty();
            assertThat(new Sweep(List.of(caseId, "idempotencyToken")).findsIn(bytes.toByteArray()))
                    .as("what is there is found")
                    .hasSize(2);
            assertThat(stored.everything().keySet())
                    .contains("reports", "keys", "cases", "case_access", "disclosures", "ledger");
        }
    }

    @Test
    void theFilesOfKeysAndCheckpointsHoldNoneOfThem() throws IOException {
        var directory = Objects.requireNonNull(settings.getRequiredProperty("candour.vault.directory", Path.class)
                .getParent());
        var bytes = new ByteArrayOutputStream();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes.writeBytes(Files.readAllBytes(file));
            }
        }

        assertThat(canaries.findsIn(bytes.toByteArray())).isEmpty();
        assertThat(new Sweep(List.of("candour.example/ledger")).findsIn(bytes.toByteArray()))
                .hasSize(1);
    }

    @Test
    void theLogHoldsNoneOfThem() {
        var heard = String.join("\n", log.events());

        assertThat(new Sweep(List.of(CONTROL, "org.springframework.data", "org.mongodb.driver")).findsIn(heard))
                .as("what is there is found")
                .hasSize(3);
        for (var found : canaries.findsIn(heard)) {
            assertThat(log.events())
                    .as("events with %s", found)
                    .noneMatch(event -> new Sweep(List.of(found)).findsIn(event).contains(found));
        }
    }

    @Test
    void noProblemSaysWhatWasSent() {
        assertThat(problems).hasSizeGreaterThan(20);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.status()).as("%s", problem).isBetween(400, 499);
            assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
            assertThat(canaries.findsIn(
                            withoutInstance(problem) + problem.response().headers()))
                    .as("%s", problem)
                    .isEmpty();
        });
        assertThat(new Sweep(List.of("urn:candour:problem:invalid-body"))
                        .findsIn(String.join(
                                "", problems.stream().map(Answer::text).toList())))
                .hasSize(1);
    }

    /** The address of the request comes back as it was sent, and only there; RFC 9457 has it so. */
    private static String withoutInstance(Answer problem) {
        var body = (ObjectNode) JsonMapper.shared().readTree(problem.bytes());
        body.remove("instance");
        return body.toString();
    }

    @Test
    void nobodyButTheAdvocateIsToldAnyOfThem() {
        assertThat(toOthers)
                .hasSizeGreaterThan(20)
                .allSatisfy(answer -> assertThat(canaries.findsIn(
                                answer.text() + answer.response().headers()))
                        .as("%s", answer)
                        .isEmpty());
        assertThat(toOthers)
                .as("what is there is found")
                .anySatisfy(answer -> assertThat(new Sweep(List.of(caseId)).findsIn(answer.bytes()))
                        .hasSize(1));
    }

    @Test
    void theInvestigatorReadsTheAccountAndWhomItAccusesAndNobodyElse() {
        var found = canaries.findsIn(read.text() + read.response().headers());

        assertThat(found).contains(report.narrative()).containsAll(report.plantedIn("accused.people[0].name"));
        assertThat(found)
                .doesNotContainAnyElementsOf(report.plantedIn("identity", "exclusions", "account.wishes"))
                .doesNotContain(note, slipped, danger);
    }

    @Test
    void noMetricHoldsAnyOfThem() throws Exception {
        var names =
                JsonMapper.shared().readTree(management("/actuator/metrics")).path("names");
        var shown = new StringBuilder();
        for (var name : names) {
            shown.append(management("/actuator/metrics/" + name.stringValue()));
        }
        for (var detail : List.of("uri", "exception", "outcome", "error")) {
            shown.append(management("/actuator/metrics/http.server.requests?tag=method:GET&tag=" + detail + ":x"));
        }

        assertThat(canaries.findsIn(shown.toString())).isEmpty();
        assertThat(new Sweep(List.of("http.server.requests", "/api/cases/{caseId}")).findsIn(shown.toString()))
                .hasSize(2);
    }

    private String management(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void noThreadIsNamedAfterAnyOfThem() {
        var names = String.join(
                "\n",
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .toList());

        assertThat(canaries.findsIn(names)).isEmpty();
        assertThat(new Sweep(List.of("ledger-sequencer")).findsIn(names)).hasSize(1);
    }
}
