package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candour.development.ApiClient.Answer;
import org.candour.development.FaultyProxy.Fate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One write of a submission or a note is lost, done without an answer, or answered too late. */
class LostWriteTests extends Outage {
    /** Whichever write is lost, and whether the store did it or not: no half report shows, and a retry ends with exactly one. */
    @ParameterizedTest
    @CsvSource({
        "ledger, CUT", "keys, CUT", "case_access, CUT", "reports, CUT",
        "ledger, LOSE_ANSWER", "keys, LOSE_ANSWER", "case_access, LOSE_ANSWER", "reports, LOSE_ANSWER",
        "ledger, HOLD_ANSWER", "keys, HOLD_ANSWER", "case_access, HOLD_ANSWER", "reports, HOLD_ANSWER"
    })
    void aSubmissionThatLosesOneWriteIsStoredOnceByARetryAndNeverTwice(String collection, Fate fate) {
        var reports = stored.count("reports");
        var before = listed();
        var key = MainJob.newKey();
        var report = MainJob.report(SECRET + collection + fate);
        proxy.plan(onceOn(collection, fate));

        var first = job.submit(report, key);

        if (first.status() != 201) { // of a lost ledger write the ledger recovers by itself
            assertUnavailable(first);
            var isStored = collection.equals("reports") && fate != Fate.CUT;
            assertThat(stored.count("reports")).isEqualTo(reports + (isStored ? 1 : 0));
        }
        var retried = untilAvailable(() -> job.submit(report, key));
        assertThat(retried.status()).isIn(200, 201);
        assertThat(job.submit(report, key).expect(200).json()).isEqualTo(retried.json());
        assertThat(stored.count("reports")).isEqualTo(reports + 1);
        assertThat(listed()).isEqualTo(before + 1);
    }

    private int listed() {
        return job.victim
                .get("/api/reports?size=200")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT", "LOSE_ANSWER", "HOLD_ANSWER"})
    void aNoteWhoseWriteIsLostIsNeverAddedTwice(Fate fate) {
        var seen = job.open(caseId).expect(200);
        var notes = seen.json().path("notes").size();
        var plan = new AtomicBoolean(true);
        proxy.plan(request -> request.is("update", "cases") && plan.getAndSet(false) ? fate : Fate.PASS);

        assertUnavailable(note(seen));

        var again = untilAvailable(() -> note(seen));
        assertThat(again.status()).isEqualTo(fate == Fate.CUT ? 204 : 412);
        assertThat(job.open(caseId).expect(200).json().path("notes").size()).isEqualTo(notes + 1);
    }

    private Answer note(Answer seen) {
        return job.advocate.post(
                "/api/cases/" + caseId + "/notes", Map.of("text", "A note"), MainJob.ifMatch(seen.etag()));
    }
}
