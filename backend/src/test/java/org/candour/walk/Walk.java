package org.candour.walk;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;
import org.candour.development.Demonstration;
import org.candour.development.OidcLogin;
import org.candour.development.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * The main job, end to end: a victim's report reaches an investigator as a redacted file. Everything goes over HTTP with
 * tokens from real logins; only the second step looks into the store, to show what lies there.
 */
public final class Walk {
    private static final String OWN_FORCE = "wes.investigator";

    private final ApiClient candour;
    private final OidcLogin keycloak;
    private final String mongodbUri;
    private final Evidence evidence;
    private final Script say;

    /**
     * A walk through a running Candour.
     *
     * @param address where Candour is
     * @param issuer the Candour realm
     * @param mongodbUri its store
     * @param evidence an existing directory for what the auditor takes away
     */
    public Walk(String address, String issuer, String mongodbUri, Path evidence, PrintStream out) {
        this.candour = ApiClient.at(address);
        this.keycloak = new OidcLogin(issuer);
        this.mongodbUri = mongodbUri;
        this.say = new Script(out);
        this.evidence = new Evidence(evidence, say);
    }

    /** The walk by itself, against what {@code ./mvnw} has started: {@code ./mvnw -Pwalk}. */
    public static void main(String[] arguments) throws IOException {
        var running = RunningCandour.ofEnvironment();
        var evidence = Files.createTempDirectory("candour-evidence-");
        new Walk(running.address(), running.issuer(), running.mongodbUri(), evidence, System.out).play();
        System.out.println("What the auditor took away lies in " + evidence);
    }

    /** Plays all steps; an answer that is not as promised is an {@link AssertionError}. */
    public void play() {
        var report = submit();
        showWhatTheStoreHolds(report);
        support(report);
        var disclosure = disclose(report);
        var reading = investigate(report, disclosure);
        showWhoOpenedIt(report);
        audit(reading);
        say.end();
    }

    private Report submit() {
        say.step("A victim registers and submits a report");
        var name = "robin-" + UUID.randomUUID().toString().substring(0, 8);
        var victim = candour.as(keycloak.register(name, Demonstration.PASSWORD));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var submitted = victim.post("/api/reports", Story.REPORT, key).expect(201);
        say.gets("the victim", "reference " + submitted.json().path("reference").stringValue());
        say.gets("the victim", submitted.json().path("receipt").stringValue());
        var again = victim.post("/api/reports", Story.REPORT, key).expect(200);
        require(again.json().equals(submitted.json()), "a retry answers the same");
        say.note("Sent again with the same idempotency key: the same receipt, and no second report.");
        return new Report(victim, submitted.json());
    }

    private void showWhatTheStoreHolds(Report report) {
        say.step("What MongoDB holds of it");
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodbUri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
        try (var client = MongoClients.create(settings)) {
            var database = Objects.requireNonNull(new ConnectionString(mongodbUri).getDatabase());
            var stored = client.getDatabase(database)
                    .getCollection("reports")
                    .find(new Document("_id", UUID.fromString(report.caseId())))
                    .first();
            var document = Objects.requireNonNull(stored);
            Story.SECRETS.forEach(secret -> require(!document.toJson().contains(secret), "nothing readable is stored"));
            document.forEach((field, value) -> say.gets(field, shown(value)));
        }
    }

    private static String shown(Object value) {
        return value instanceof Binary sealed ? sealed.length() + " sealed bytes" : String.valueOf(value);
    }

    private void support(Report report) {
        say.step("The commissioner assigns an advocate, who opens the case");
        var advocate = as("amara.advocate");
        var advocateId =
                advocate.post("/api/sign-on").expect(200).json().path("id").stringValue();
        advocate.get("/api/cases/" + report.caseId()).expect(404);
        say.gets("the advocate, before", "404: no grant, no such case");
        var commissioner = as("beatrice.commissioner");
        awaitOn(commissioner, "/api/assignments", report.caseId());
        commissioner
                .post(
                        "/api/cases/" + report.caseId() + "/grants",
                        Map.of("advocate", advocateId, "until", in(Duration.ofDays(90))))
                .expect(204);
        var opened = advocate.get("/api/cases/" + report.caseId()).expect(200);
        say.gets("the advocate", "the account: " + start(Story.text(opened, "report", "account", "whatHappened")));
        lookUp(report, advocate);
        var noted = advocate.post(
                        "/api/cases/" + report.caseId() + "/notes",
                        Map.of("text", "Called at a safe time; next call agreed."),
                        ifMatch(opened))
                .expect(204);
        advocate.post("/api/cases/" + report.caseId() + "/status", Map.of("status", "IN_SUPPORT"), ifMatch(noted))
                .expect(204);
        var progress = report.victim()
                .get("/api/cases/" + report.caseId() + "/progress")
                .expect(200);
        require(!progress.text().contains("safe time"), "the victim does not see the note");
        say.gets("the victim", Story.text(progress, "inPlainWords"));
    }

    /** Who the victim is opens only to somebody who has given a second factor a short while ago. */
    private void lookUp(Report report, ApiClient advocate) {
        var address = "/api/cases/" + report.caseId() + "/identity";
        say.gets("the advocate", "401: " + advocate.get(address).expect(401).header("WWW-Authenticate"));
        var identity = steppedUp("amara.advocate").get(address).expect(200);
        say.gets("the advocate, with a code from the authenticator app", "the name: " + Story.text(identity, "name"));
    }

    private String disclose(Report report) {
        say.step("The advocate prepares a redacted copy, the commissioner approves it, and it is released");
        var advocate = as("amara.advocate");
        var draft = advocate.post("/api/cases/" + report.caseId() + "/disclosures", Map.of("recipient", "iopc"))
                .expect(201);
        var id = Story.text(draft, "summary", "id");
        say.gets("the advocate", "proposed: " + draft.json().path("summary").path("redactions"));
        var corrected = advocate.put(
                        "/api/disclosures/" + id + "/redactions",
                        Map.of("redactions", byHand(draft.json())),
                        ifMatch(draft))
                .expect(200);
        say.gets("the advocate", "after correction by hand: " + Story.text(corrected, "redacted"));
        advocate.send("POST", "/api/disclosures/" + id + "/proposal", BodyPublishers.noBody(), ifMatch(corrected))
                .expect(200);
        steppedUp("beatrice.commissioner")
                .post("/api/disclosures/" + id + "/approval")
                .expect(204);
        advocate.post("/api/disclosures/" + id + "/release", Map.of("expiresAt", in(Duration.ofDays(28))))
                .expect(204);
        say.note("Approved by a second person, released to the IOPC for 28 days.");
        return id;
    }

    /** What the redactor cannot know by itself: here, the place where they met. */
    private static List<Mark> byHand(JsonNode draft) {
        var marks = new ArrayList<Mark>();
        draft.path("redactions")
                .forEach(proposed -> marks.add(new Mark(
                        proposed.path("start").intValue(),
                        proposed.path("end").intValue(),
                        proposed.path("category").stringValue(),
                        proposed.path("replacement").stringValue())));
        var start = draft.path("original").stringValue().indexOf(Story.MEETING_PLACE);
        marks.add(new Mark(start, start + Story.MEETING_PLACE.length(), "MANUAL", "[a place]"));
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }

    /** A stretch to take out. */
    private record Mark(int start, int end, String category, String replacement) {}

    private long investigate(Report report, String disclosure) {
        say.step("The investigator reads the redacted copy, and cannot get the original by any address");
        var investigator = as("ivo.investigator");
        var read = investigator.get("/api/disclosures/" + disclosure + "/file").expect(200);
        Story.SECRETS.forEach(secret -> require(!read.text().contains(secret), "the copy is redacted"));
        say.gets("the investigator", Story.text(read, "file", "account"));
        for (var address : List.of(
                "/api/cases/" + report.caseId(),
                "/api/cases/" + report.caseId() + "/progress",
                "/api/cases/" + report.caseId() + "/access-log",
                "/api/disclosures/" + disclosure + "/draft",
                "/api/disclosures/" + report.caseId() + "/file")) {
            investigator.get(address).expect(404);
        }
        say.note("Every address of the original answers 404.");
        var ownForce = as(OWN_FORCE);
        var refused = ownForce.get("/api/disclosures/" + disclosure + "/file").expect(404);
        var absent =
                ownForce.get("/api/disclosures/" + UUID.randomUUID() + "/file").expect(404);
        require(
                sameButForAddress(refused, absent),
                "an investigator of the accused's own force cannot tell the case from none");
        say.gets("an investigator of the accused's own force", "404, as for a case that does not exist");
        return read.json().path("ledgerIndex").longValue();
    }

    private static boolean sameButForAddress(Answer one, Answer other) {
        return one.text()
                .replace(one.response().uri().getPath(), "")
                .equals(other.text().replace(other.response().uri().getPath(), ""));
    }

    private void showWhoOpenedIt(Report report) {
        say.step("The victim sees who opened their file, refusals included");
        var log = report.victim()
                .get("/api/cases/" + report.caseId() + "/access-log")
                .expect(200);
        log.json()
                .path("items")
                .forEach(line -> say.line(line.path("at").stringValue().substring(0, 19) + "  "
                        + who(line) + ": "
                        + line.path("inPlainWords").stringValue()));
        require(log.text().contains("\"isRefused\":true"), "the refusals are there");
    }

    private static String who(JsonNode line) {
        var role = line.path("role").stringValue();
        return role.equals("VICTIM")
                ? "you"
                : role + " of " + line.path("body").stringValue() + " for "
                        + line.path("purpose").stringValue();
    }

    private void audit(long reading) {
        say.step("The auditor takes evidence away and checks it offline");
        var auditor = as("aud.auditor");
        evidence.save("key", candour.get("/api/ledger/verifier-key").expect(200).bytes());
        evidence.save(
                "entry",
                auditor.get("/api/ledger/entries/" + reading).expect(200).bytes());
        evidence.save(
                "proof.tlog",
                auditor.get("/api/ledger/entries/" + reading + "/proof")
                        .expect(200)
                        .bytes());
        evidence.verify(0, "proof", "--key", "key", "--proof", "proof.tlog", "--entry", "entry");
        saveLog(auditor);
        evidence.verify(0, "log", "--key", "key", "--checkpoint", "checkpoint", "--bundles", "log");
        evidence.changeOneByte("log/000");
        say.note("One byte of the copy is changed:");
        evidence.verify(1, "log", "--key", "key", "--checkpoint", "checkpoint", "--bundles", "log");
    }

    private void saveLog(ApiClient auditor) {
        var checkpoint = auditor.get("/api/ledger/checkpoint").expect(200);
        evidence.save("checkpoint", checkpoint.bytes());
        var size = Long.parseLong(checkpoint.text().lines().skip(1).findFirst().orElseThrow());
        for (long bundle = 0; bundle * 256 < size; bundle++) {
            evidence.save(
                    "log/%03d".formatted(bundle),
                    auditor.get("/api/ledger/bundles/" + bundle).expect(200).bytes());
        }
    }

    private ApiClient as(String user) {
        return candour.as(tokens(user));
    }

    private Tokens tokens(String user) {
        return keycloak.login(user, Demonstration.PASSWORD);
    }

    private ApiClient steppedUp(String user) {
        return candour.as(keycloak.loginWithSecondFactor(user, Demonstration.PASSWORD));
    }

    private static void awaitOn(ApiClient who, String list, String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> who.get(list).expect(200).text().contains(id));
    }

    private static Map<String, String> ifMatch(Answer seen) {
        return Map.of("If-Match", seen.etag());
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(90, text.length())) + " ...";
    }

    private static void require(boolean isSo, String promise) {
        if (!isSo) {
            throw new AssertionError("Not as promised: " + promise);
        }
    }

    /** A report that is in, and its victim. */
    private record Report(ApiClient victim, JsonNode answer) {
        String caseId() {
            return answer.path("caseId").stringValue();
        }
    }
}
