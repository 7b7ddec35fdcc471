package org.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.candour.access.CaseId;
import org.candour.development.ApiClient;
import org.candour.development.CandourTest;
import org.candour.development.RealServices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@CandourTest
class OutboxRelayTests {
    @LocalServerPort
    int port;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Reports reports;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void whatADeadProcessLeftInTheOutboxIsDeliveredAndTheOutboxEmptied() {
        var report = undelivered(handedIn());

        reports.add(report); // and then the process died

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !reports.find(report.caseId()).orElseThrow().isOutboxFull());
        assertThat(mongo.find(caseOf(report), Document.class, "cases"))
                .singleElement()
                .satisfies(opened -> assertThat(opened.getString("reference")).isEqualTo(report.reference()));
    }

    @Test
    void anEventThatComesTwiceChangesNothing() {
        var report = handedIn();
        var before = mongo.find(caseOf(report), Document.class, "cases");

        events.publishEvent(new ReportSubmitted(report.caseId(), report.reference(), Instant.EPOCH));

        assertThat(before).hasSize(1);
        assertThat(mongo.find(caseOf(report), Document.class, "cases")).isEqualTo(before);
    }

    private Report handedIn() {
        var name = "relay-" + UUID.randomUUID().toString().substring(0, 8);
        var victim =
                ApiClient.at("http://localhost:" + port).as(RealServices.login().register(name, "A-good-passphrase-1"));
        var body = Map.of(
                "identity", Map.of(),
                "account", Map.of("whatHappened", "It", "happened", Map.of("precision", "UNKNOWN")),
                "accused", Map.of("people", List.of(Map.of("force", "UNKNOWN"))));
        var receipt = victim.post(
                        "/api/reports",
                        body,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .expect(201);
        var id = CaseId.of(receipt.json().path("caseId").stringValue());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !reports.find(id).orElseThrow().isOutboxFull());
        return reports.find(id).orElseThrow();
    }

    private static Report undelivered(Report report) {
        var id = CaseId.next();
        return new Report(
                id.value(),
                report.reference(),
                report.submittedAt(),
                report.ledgerIndex(),
                report.commitmentSeed(),
                UUID.randomUUID().toString(),
                report.bodyToken(),
                report.identity(),
                report.account(),
                report.accused(),
                List.of(new ReportSubmitted(id, report.reference(), report.submittedAt())),
                true,
                null);
    }

    private static Query caseOf(Report report) {
        return Query.query(Criteria.where("_id").is(report.id()));
    }
}
