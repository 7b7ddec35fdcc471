package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.Bystander.fields;
import static org.candour.api.Bystander.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A victim who gets no answer may send the report again, and it stays one report. */
class IdempotencyTests extends Harness {
    private static final int SENDERS = 12;

    @BeforeEach
    void startFromAStoreAtRest() {
        cases().granted();
        settle();
    }

    @Test
    void aReportWithoutAKeyIsRefused() {
        assertThat(fields(store().refused(400, () -> as(Caller.OWNER).post("/api/reports", TestCases.report()))))
                .containsExactly("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "fifteen-letters",
                "with a space in it",
                "umlaut-\u00e4-umlaut-\u00e4",
                "\"quoted-quoted-quoted\"",
                "../../../../../../etc/passwd",
                "canary.canary.canary.canary"
            })
    void aKeyThatIsNoneIsRefused(String key) {
        var refused = store().refused(400, () -> submit(Caller.OWNER, Map.of("Idempotency-Key", key)));

        assertThat(fields(refused)).containsExactly("Idempotency-Key");
        assertThat(refused.text()).doesNotContain("canary");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        store().refused(400, () -> submit(Caller.OWNER, Map.of("Idempotency-Key", "k".repeat(129))));
    }

    @Test
    void theSameReportUnderTheSameKeyGetsTheSameReceiptAndIsNotStoredAgain() {
        var key = TestCases.newKey();
        var first = submit(Caller.OWNER, key).expect(201);
        settle();
        var reports = store().count("reports");

        var second = submit(Caller.OWNER, key).expect(200);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(store().count("reports")).isEqualTo(reports);
    }

    @Test
    void anotherReportUnderTheSameKeyIsRefused() {
        var key = TestCases.newKey();
        submit(Caller.OWNER, key).expect(201);
        settle();
        var other = TestCases.report("Rosalind Achterberg", "canary");

        var refused = store().refused(422, () -> as(Caller.OWNER).post("/api/reports", other, key));

        assertThat(kind(refused)).isEqualTo("idempotency-key-reused");
        assertThat(fields(refused)).containsExactly("Idempotency-Key");
        assertThat(refused.text()).doesNotContain("canary");
    }

    @Test
    void theSameKeyOfAnotherVictimIsAnotherKey() {
        var key = TestCases.newKey();
        var mine = submit(Caller.OWNER, key).expect(201);

        var theirs = submit(Caller.OTHER_VICTIM, key).expect(201);

        assertThat(theirs.json().path("caseId")).isNotEqualTo(mine.json().path("caseId"));
    }

    @Test
    void theSameReportUnderAnotherKeyIsAnotherReport() {
        var mine = submit(Caller.OWNER, TestCases.newKey()).expect(201);

        assertThat(submit(Caller.OWNER, TestCases.newKey()).expect(201).json().path("caseId"))
                .isNotEqualTo(mine.json().path("caseId"));
    }

    @Test
    void manyWhoSendTheSameAtOnceMakeOneReport() throws Exception {
        var reports = store().count("reports");
        var key = TestCases.newKey();

        var answers = atOnce(() -> submit(Caller.OWNER, key));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThat(store().count("reports")).isEqualTo(reports + 1);
        var id = Objects.requireNonNull(answers.get(0).json().path("caseId").stringValue());
        assertThat(as(Caller.OWNER).get("/api/reports").expect(200).text()).containsOnlyOnce(id);
    }

    private static List<Answer> atOnce(Callable<Answer> call) throws Exception {
        var threads = Executors.newFixedThreadPool(SENDERS);
        try {
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : threads.invokeAll(java.util.Collections.nCopies(SENDERS, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private Answer submit(Caller caller, Map<String, String> key) {
        return as(caller).post("/api/reports", TestCases.report(), key);
    }
}
