package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.candour.development.ApiClient.Answer;
import org.candour.development.CandourTest;
import org.candour.ledger.Alarm;
import org.candour.ledger.Alarms;
import org.candour.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/** Somebody who holds the database puts an older copy of a case back, changes it or takes it away. */
@CandourTest
@TestPropertySource(properties = "candour.ledger.sweep-pause=20ms")
class FreshnessTests {
    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Ledger ledger;

    @Autowired
    Alarms alarms;

    private MainJob job;
    private String caseId;

    @BeforeEach
    void supportACase() {
        job = MainJob.at("http://localhost:" + port);
        caseId = job.supportedCase(MainJob.report("What somebody wants undone"));
    }

    /** Each test puts right what it did, and the sweep then says so by itself. */
    @AfterEach
    void theAlarmIsOverOnceAllIsRight() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !alarms.isRaised(Alarm.STALE_AGGREGATE));
    }

    private Document stored(String collection) {
        return Objects.requireNonNull(mongo.findById(UUID.fromString(caseId), Document.class, collection));
    }

    private void put(String collection, Document document) {
        mongo.getCollection(collection).replaceOne(of(document), document, new ReplaceOptions().upsert(true));
    }

    private void remove(String collection, Document document) {
        mongo.getCollection(collection).deleteOne(of(document));
    }

    private static Document of(Document document) {
        return new Document("_id", document.get("_id"));
    }

    private Answer addNote() {
        var etag = job.open(caseId).expect(200).etag();
        return job.advocate.post(
                "/api/cases/" + caseId + "/notes", Map.of("text", "A note to lose"), MainJob.ifMatch(etag));
    }

    private void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).doesNotContain("What somebody", "A note");
        assertThat(alarms.isRaised(Alarm.STALE_AGGREGATE)).isTrue();
    }

    @Test
    void anOlderCopyOfACaseIsNotOpened() {
        var older = stored("cases");
        addNote().expect(204);
        var current = stored("cases");

        put("cases", older);

        assertRefused(job.open(caseId));
        put("cases", current);
        assertThat(job.open(caseId).expect(200).text()).contains("A note to lose");
    }

    @Test
    void aCaseThatIsGoneIsNotTakenForOneThatNeverWas() {
        var current = stored("cases");

        remove("cases", current);

        assertRefused(job.open(caseId));
        put("cases", current);
        job.open(caseId).expect(200);
    }

    @Test
    void whoMayComeNearCannotBeTurnedBackAndTheRefusalIsOnTheLedger() {
        var current = stored("case_access");
        var before = ledger.checkpoint().lines().skip(1).findFirst().orElseThrow();

        put("case_access", new Document(current).append("version", 0L).append("grants", List.of()));

        assertRefused(job.open(caseId));
        assertRefused(job.victim.get("/api/cases/" + caseId + "/progress"));
        assertThat(ledger.entries(Long.parseLong(before), 100))
                .filteredOn(recorded -> recorded.entry().reason().equals(Optional.of("STALE")))
                .hasSize(2);
        put("case_access", current);
        job.open(caseId).expect(200);
    }

    @Test
    void aGrantWrittenIntoTheDatabaseOpensNothing() {
        var current = stored("case_access");
        var forged = new Document(current).append("owner", "0".repeat(32));

        put("case_access", forged);

        assertRefused(job.open(caseId));
        put("case_access", current);
    }

    @Test
    void aReportWhoseSealedTextWasSwappedIsNotOpened() {
        var other = job.supportedCase(MainJob.report("Another account"));
        var current = stored("reports");
        var swapped = new Document(current)
                .append(
                        "account",
                        Objects.requireNonNull(mongo.findById(UUID.fromString(other), Document.class, "reports"))
                                .get("account"));

        put("reports", swapped);

        assertRefused(job.open(caseId));
        put("reports", current);
        job.open(caseId).expect(200);
    }

    @Test
    void theSweepFindsWhatNobodyOpens() {
        var current = stored("reports");

        remove("reports", current);

        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> alarms.isRaised(Alarm.STALE_AGGREGATE));
        put("reports", current);
    }
}
