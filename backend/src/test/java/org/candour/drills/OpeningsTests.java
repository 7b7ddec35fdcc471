package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.candour.development.ApiClient.Answer;
import org.candour.development.CandourTest;
import org.candour.ledger.Ledger;
import org.candour.ledger.Outcome;
import org.candour.ledger.Recorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing is opened that is not on the record first, and the record claims no more than was opened. */
@CandourTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningsTests {
    @LocalServerPort
    int port;

    @Autowired
    Ledger ledger;

    private MainJob job;
    private String caseId;
    private String copy;

    @BeforeAll
    void playTheJobOnce() {
        job = MainJob.at("http://localhost:" + port);
        caseId = job.supportedCase(MainJob.report("What was opened"));
        copy = job.releasedCopy(caseId);
    }

    @Test
    void openingsAndAdmissionsThatOpenAreEquallyManyWhateverIsAsked() {
        var from = next();
        var openings = 0;
        for (int round = 0; round < 3; round++) {
            for (var answer : mixed()) {
                openings += answer.status() == 200 && answer.text().contains("What was opened") ? 1 : 0;
            }
        }

        assertThat(openings).isEqualTo(3 * 3);
        assertThat(since(from).stream()
                        .filter(entry -> entry.entry().outcome() == Outcome.ADMITTED)
                        .filter(entry -> !entry.entry().compartments().isEmpty()))
                .hasSize(openings);
        assertThat(since(from).stream().filter(entry -> entry.entry().outcome() == Outcome.REFUSED))
                .hasSize(3 * 4)
                .allSatisfy(entry -> assertThat(entry.entry().compartments()).isEmpty());
    }

    private List<Answer> mixed() {
        var absent = UUID.randomUUID();
        var answers = new ArrayList<Answer>();
        answers.add(job.open(caseId));
        answers.add(job.investigator.get("/api/cases/" + caseId));
        answers.add(job.read(copy));
        answers.add(job.open(absent.toString()));
        answers.add(job.advocate.get("/api/disclosures/" + copy + "/draft"));
        answers.add(job.victim.get("/api/disclosures/" + copy + "/file"));
        answers.add(job.victim.get("/api/cases/" + caseId + "/progress"));
        answers.add(job.read(absent.toString()));
        answers.add(job.open("no-id-at-all"));
        answers.add(job.advocate.post("/api/cases/" + caseId + "/notes", Map.of("text", ""), MainJob.ifMatch("\"0\"")));
        return answers;
    }

    @Test
    void theEntryOfAReadingIsThereBeforeItsAnswer() {
        for (int reading = 0; reading < 5; reading++) {
            var before = next();

            var index = job.read(copy).expect(200).json().path("ledgerIndex").longValue();

            assertThat(index).isGreaterThanOrEqualTo(before);
            assertThat(ledger.entries(index, 1)).singleElement().satisfies(entry -> {
                assertThat(entry.entry().act()).isEqualTo("READ_DISCLOSURE");
                assertThat(entry.entry().object()).contains(UUID.fromString(copy));
            });
        }
    }

    @Test
    void aCaseOpenedManyTimesAtOnceHasAnEntryForEachTime() throws Exception {
        var from = next();
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var opened : threads.invokeAll(Collections.<Callable<Answer>>nCopies(24, () -> job.open(caseId)))) {
                opened.get().expect(200);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(since(from).stream()
                        .filter(entry -> entry.entry().act().equals("OPEN_CASE"))
                        .filter(entry -> entry.entry().outcome() == Outcome.ADMITTED))
                .hasSize(24);
    }

    private long next() {
        return since(0).size();
    }

    private List<Recorded> since(long from) {
        var all = new ArrayList<Recorded>();
        List<Recorded> page;
        do {
            page = ledger.entries(from + all.size(), Ledger.MAX_PAGE);
            all.addAll(page);
        } while (page.size() == Ledger.MAX_PAGE);
        return all;
    }
}
