package org.candour.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.candour.access.Actor;
import org.candour.access.RoleMissing;
import org.candour.access.TestAccess;
import org.candour.ledger.VerifierCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitReportTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestIntake INTAKE = new TestIntake(ACCESS);
    private static final IdempotencyKey KEY = new IdempotencyKey("0123456789abcdef");

    @TempDir
    Path directory;

    private final Actor victim = ACCESS.victim();

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    @Test
    void theReceiptIsSignedAndTheVictimCanShowWhatTheLedgerCommittedTo() throws IOException {
        ACCESS.ledger.fresh();
        var submitted = INTAKE.submit(victim);
        var entry = ACCESS.ledger.fresh().get(0);

        assertThat(verify(submitted.receipt())).isEqualTo(VerifierCommand.HOLDS);
        assertThat(submitted.receipt())
                .contains("\nreference " + submitted.reference() + "\n")
                .contains("\nledger-index " + entry.index() + "\n")
                .contains("\nledger-time " + entry.at() + "\n");
        assertThat(entry.entry().commitment())
                .contains(Commitment.to(TestIntake.SHA_256, line(submitted.receipt(), "commitment-salt "))
                        .value());
        assertThat(line(submitted.receipt(), "report-sha256 ")).isEqualTo(TestIntake.SHA_256);
    }

    @Test
    void aReceiptWithAnotherHashDoesNotVerify() throws IOException {
        var receipt = INTAKE.submit(victim).receipt();

        assertThat(verify(receipt.replace(TestIntake.SHA_256, "0".repeat(64)))).isEqualTo(VerifierCommand.REJECTED);
    }

    @Test
    void theSameSubmissionAgainGivesTheSameAnswerAndIsStoredOnce() {
        var first = INTAKE.submitReport.submit(TestIntake.submission(), KEY, victim);
        var again = INTAKE.submitReport.submit(TestIntake.submission(), KEY, victim);

        assertThat(again.isRepeat()).isTrue();
        assertThat(again.receipt().lines().limit(6).toList())
                .isEqualTo(first.receipt().lines().limit(6).toList());
        assertThat(INTAKE.listOwnReports.list(Optional.empty(), 10, victim))
                .extracting(ReportSummary::id)
                .containsExactly(first.caseId().value());
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedAndNothingIsStored() {
        INTAKE.submitReport.submit(TestIntake.submission(), KEY, victim);
        var before = reports();
        var sent = TestIntake.submission();
        var other = new Submission(sent.identity(), sent.account(), sent.accused(), Optional.empty(), "0".repeat(64));

        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> INTAKE.submitReport.submit(other, KEY, victim));

        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void twoPeopleMayUseTheSameKey() {
        var first = INTAKE.submitReport.submit(TestIntake.submission(), KEY, victim);
        var second = INTAKE.submitReport.submit(TestIntake.submission(), KEY, ACCESS.victim());

        assertThat(second.isRepeat()).isFalse();
        assertThat(second.caseId()).isNotEqualTo(first.caseId());
    }

    @Test
    void onlyAVictimHandsAReportInAndNothingIsStoredOfOthers() {
        var before = reports();

        for (var actor : List.of(ACCESS.advocate(), ACCESS.commissioner(), ACCESS.investigator())) {
            assertThatExceptionOfType(RoleMissing.class).isThrownBy(() -> INTAKE.submit(actor));
        }

        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void whatIsStoredSaysNothingReadable() {
        INTAKE.submit(victim);

        assertThat(ACCESS.mongo.findAll(Document.class, "reports").toString())
                .doesNotContainIgnoringCase("vera")
                .doesNotContainIgnoringCase("robin")
                .doesNotContain(TestIntake.SHA_256);
    }

    @Test
    void whoeverListensIsToldOnce() {
        INTAKE.deliver(event -> {});
        var submitted = INTAKE.submit(victim);
        var heard = new ArrayList<Object>();

        INTAKE.deliver(heard::add);
        INTAKE.deliver(heard::add);

        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportSubmitted.class,
                        event -> assertThat(event.caseId()).isEqualTo(submitted.caseId()));
    }

    private static List<Document> reports() {
        return ACCESS.mongo.findAll(Document.class, "reports");
    }

    private int verify(String note) throws IOException {
        var key = Files.writeString(
                directory.resolve("key"), ACCESS.ledger.ledger().verifierKey());
        var file = Files.writeString(directory.resolve("note"), note);
        var out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return VerifierCommand.run(List.of("statement", "--key", key.toString(), "--note", file.toString()), out);
    }

    private static String line(String receipt, String start) {
        return receipt.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }
}
