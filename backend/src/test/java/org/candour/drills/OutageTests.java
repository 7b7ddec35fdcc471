package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.internal.MongoClientImpl;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.candour.development.FaultyProxy;
import org.candour.development.FaultyProxy.Fate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The store, and the ledger alone, gone, hanging and slow, and given back. */
class OutageTests extends Outage {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    @Autowired
    MongoClient client;

    @Test
    void withoutTheStoreEveryCallIsRefusedAndWithItEverythingWorksAgain() throws Exception {
        var before = stored.everything();

        proxy.cut();
        var answers = atOnce(job.everything(caseId, copy));

        assertThat(answers).allSatisfy((call, answer) -> assertUnavailable(answer));
        assertThat(stored.everything()).isEqualTo(before);
        assertRecovers();
    }

    @Test
    void aStoreThatHangsMakesNobodyWaitForLongAndEveryCallIsRefused() throws Exception {
        var before = stored.everythingButTheLedger();

        proxy.plan(request -> Fate.HOLD);
        var began = System.nanoTime();
        var answers = atOnce(job.everything(caseId, copy));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        assertThat(answers).allSatisfy((call, answer) -> assertUnavailable(answer));
        assertThat(stored.everythingButTheLedger()).isEqualTo(before);
        assertRecovers();
    }

    @Test
    void ifTheLedgerAloneCannotAppendEveryCallIsRefused() throws Exception {
        var before = stored.everything();

        proxy.plan(request -> request.is("insert", "ledger") ? Fate.CUT : Fate.PASS);
        var answers = atOnce(job.everything(caseId, copy));

        assertThat(answers).allSatisfy((call, answer) -> assertUnavailable(answer));
        assertThat(withoutCheckpoints(stored.everything())).isEqualTo(withoutCheckpoints(before));
        assertRecovers();
    }

    @Test
    void aStoreThatAnswersTooLateMakesNobodyWaitForLongAndEveryCallIsRefused() throws Exception {
        var before = stored.everythingButTheLedger();

        proxy.plan(request -> Fate.HOLD_ANSWER);
        var began = System.nanoTime();
        var answers = atOnce(job.everything(caseId, copy));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        assertThat(answers).allSatisfy((call, answer) -> assertUnavailable(answer));
        assertThat(stored.everythingButTheLedger()).isEqualTo(before);
        assertRecovers();
    }

    @Test
    void afterALongOutageCandourGoesOnByItselfWhereItStopped() throws Exception {
        proxy.plan(request -> request.is("insert", "cases") ? Fate.CUT : Fate.PASS);
        var untold = job.submit(MainJob.report("Not yet told of"), MainJob.newKey())
                .expect(201)
                .json()
                .path("caseId")
                .stringValue();

        proxy.cut();
        for (int round = 0; round < 5; round++) {
            assertThat(atOnce(job.everything(caseId, copy))).allSatisfy((call, answer) -> assertUnavailable(answer));
        }
        assertThat(stored.ids("cases")).doesNotContain(UUID.fromString(untold));
        proxy.mend();

        await().atMost(Duration.ofSeconds(30)).until(() -> stored.ids("cases").contains(UUID.fromString(untold)));
        await().atMost(Duration.ofSeconds(30)).until(() -> stored.lastCheckpoint() == stored.count("ledger"));
        assertRecovers();
    }

    @Test
    void everyWriteAsksForAMajorityAndItsJournalAndEveryReadForWhatAMajorityHas() {
        job.submit(MainJob.report("One more"), MainJob.newKey()).expect(201);
        job.open(caseId).expect(200);

        var writes = proxy.seen().stream()
                .filter(request -> WRITES.contains(request.command()))
                .toList();
        assertThat(writes).extracting(FaultyProxy.Request::collection).contains("ledger", "keys", "reports", "cases");
        assertThat(writes)
                .allSatisfy(write -> assertThat(write.body().get("writeConcern"))
                        .isEqualTo(BsonDocument.parse("{w: 'majority', j: true}")));
        assertThat(proxy.seen().stream().filter(request -> request.command().equals("find")))
                .isNotEmpty()
                .allSatisfy(find -> assertThat(find.body().getDocument("readConcern"))
                        .containsEntry("level", new BsonString("majority")));
    }

    @Test
    void theClientIsAsDurableAndAsImpatientAsItIsSet() {
        var settings = ((MongoClientImpl) client).getSettings();

        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(400);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS))
                .isEqualTo(400);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(400);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(1000);
    }

    /** The log's clockwork may sign what was there before the outage. */
    private static Map<String, ?> withoutCheckpoints(Map<String, ?> stored) {
        stored.remove("ledger_checkpoints");
        return stored;
    }
}
