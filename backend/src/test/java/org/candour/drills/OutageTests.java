package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.internal.MongoClientImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.candour.CandourApplication;
import org.candour.development.ApiClient.Answer;
import org.candour.development.FaultyProxy;
import org.candour.development.FaultyProxy.Fate;
import org.candour.development.FreshKeys;
import org.candour.development.RealServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The store, the ledger alone, and the keys, each taken away from a running Candour and given back. */
@SpringBootTest(
        classes = CandourApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "logging.level.root=error",
            "candour.store.select-within=400ms", // so that the drills are short; StoreSettingsTests has the real ones
            "candour.store.connect-within=400ms",
            "candour.store.answer-within=1s",
            "candour.ledger.wait=2s"
        })
@ContextConfiguration(initializers = {RealServices.class, FreshKeys.class, OutageTests.ThroughProxy.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTests {
    private static final String SECRET = "the words that nobody may read while a part is missing";
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    @LocalServerPort
    int port;

    @Value("${drill.direct-uri}")
    String directUri;

    @Autowired
    Environment settings;

    @Autowired
    FaultyProxy proxy;

    @Autowired
    MongoClient client;

    private MainJob job;
    private Stored stored;
    private Path keys;
    private String caseId;
    private String copy;

    @BeforeAll
    void playTheJobOnce() {
        job = MainJob.at("http://localhost:" + port);
        stored = new Stored(directUri);
        keys = settings.getRequiredProperty("candour.vault.directory", Path.class);
        caseId = job.supportedCase(MainJob.report(SECRET));
        copy = job.releasedCopy(caseId);
    }

    @AfterEach
    void mend() {
        proxy.mend();
        await().atMost(Duration.ofSeconds(30)).until(() -> job.open(caseId).status() == 200);
    }

    @AfterAll
    void end() {
        stored.close();
        proxy.close();
    }

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

    /** Whichever write is lost, and whether the store did it or not: no half report shows, and a retry ends with exactly one. */
    @ParameterizedTest
    @CsvSource({
        "ledger, CUT", "keys, CUT", "case_access, CUT", "reports, CUT",
        "ledger, LOSE_ANSWER", "keys, LOSE_ANSWER", "case_access, LOSE_ANSWER", "reports, LOSE_ANSWER"
    })
    void aSubmissionThatLosesOneWriteIsStoredOnceByARetryAndNeverTwice(String collection, Fate fate) {
        var reports = stored.count("reports");
        var key = MainJob.newKey();
        var report = MainJob.report(SECRET + collection + fate);
        proxy.plan(onceOn(collection, fate));

        var first = job.submit(report, key);

        if (first.status() != 201) { // of a lost ledger write the ledger recovers by itself
            assertUnavailable(first);
            var isStored = collection.equals("reports") && fate == Fate.LOSE_ANSWER;
            assertThat(stored.count("reports")).isEqualTo(reports + (isStored ? 1 : 0));
        }
        var retried = untilAvailable(() -> job.submit(report, key));
        assertThat(retried.status()).isIn(200, 201);
        assertThat(job.submit(report, key).expect(200).json()).isEqualTo(retried.json());
        assertThat(stored.count("reports")).isEqualTo(reports + 1);
        var listed = job.victim.get("/api/reports?size=100").expect(200).json().path("items");
        assertThat(listed.size()).isEqualTo((int) stored.count("reports"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT", "LOSE_ANSWER"})
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

    @Test
    void withoutTheKeyStoreNothingIsOpenedOrTakenInAndWithItEverythingWorksAgain() throws Exception {
        var before = stored.everythingButTheLedger();
        var keystore = keys.resolve("root.bcfks");

        var answers = whileAway(keystore, () -> atOnce(job.everything(caseId, copy)));

        assertThat(answers).allSatisfy((call, answer) -> assertUnavailable(answer));
        assertThat(stored.everythingButTheLedger()).isEqualTo(before);
        assertThat(keystore).exists();
        assertRecovers();
    }

    @Test
    void withoutTheCaseServicesPrivateKeyNoCaseOpensButReportsAreTakenInAndCopiesAreRead() throws Exception {
        whileAway(theOnly("case-service.", ".private.json"), () -> {
            assertUnavailable(job.open(caseId));
            assertUnavailable(job.prepare(caseId));
            assertUnavailable(job.advocate.get("/api/disclosures/" + copy + "/draft"));
            job.submit(MainJob.report("Sealed with the public key"), MainJob.newKey())
                    .expect(201);
            return job.read(copy).expect(200);
        });

        assertRecovers();
    }

    @Test
    void withoutTheDisclosureKeyNoCopyIsReadButCasesOpen() throws Exception {
        whileAway(theOnly("disclosure.", ".private.json"), () -> {
            assertUnavailable(job.read(copy));
            return job.open(caseId).expect(200);
        });

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

    static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").stringValue()).isEqualTo("urn:candour:problem:unavailable");
        assertThat(answer.json().propertyNames()).isSubsetOf("type", "title", "status", "detail", "instance");
        assertThat(answer.text()).doesNotContain(SECRET, "Castellane", "Holloway");
        assertThat(answer.response().headers().map()).doesNotContainKeys("location", "etag");
    }

    private void assertRecovers() {
        proxy.mend();
        assertThat(untilAvailable(() -> job.open(caseId)).expect(200).text()).contains(SECRET);
        assertThat(untilAvailable(() -> job.read(copy)).expect(200).text()).contains(SECRET);
        untilAvailable(() -> job.submit(MainJob.report("After the outage"), MainJob.newKey()))
                .expect(201);
    }

    private static Answer untilAvailable(Callable<Answer> call) {
        return await().atMost(Duration.ofSeconds(30)).until(call, answer -> answer.status() != 503);
    }

    private static FaultyProxy.Plan onceOn(String collection, Fate fate) {
        var isDue = new AtomicBoolean(true);
        return request -> request.is("insert", collection) && isDue.getAndSet(false) ? fate : Fate.PASS;
    }

    /** The log's clockwork may sign what was there before the outage. */
    private static Map<String, ?> withoutCheckpoints(Map<String, ?> stored) {
        stored.remove("ledger_checkpoints");
        return stored;
    }

    private static Map<String, Answer> atOnce(Map<String, Supplier<Answer>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var names = new ArrayList<>(calls.keySet());
            var answers = new java.util.LinkedHashMap<String, Answer>();
            var tasks = names.stream()
                    .map(name -> (Callable<Answer>) Objects.requireNonNull(calls.get(name))::get)
                    .toList();
            var results = threads.invokeAll(tasks);
            for (int i = 0; i < names.size(); i++) {
                answers.put(names.get(i), results.get(i).get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T whileAway(Path file, Callable<T> task) throws Exception {
        var away = Files.createTempDirectory(Path.of("target"), "away-").resolve(file.getFileName());
        Files.move(file, away);
        try {
            return task.call();
        } finally {
            Files.move(away, file);
        }
    }

    private Path theOnly(String start, String end) throws IOException {
        try (var files = Files.list(keys)) {
            var found = files.filter(file -> file.getFileName().toString().startsWith(start)
                            && file.getFileName().toString().endsWith(end))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    /** Puts a proxy between Candour and its store. */
    static final class ThroughProxy implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var direct = new ConnectionString(
                    Objects.requireNonNull(context.getEnvironment().getProperty("spring.mongodb.uri")));
            var address = new com.mongodb.ServerAddress(direct.getHosts().get(0));
            var proxy = new FaultyProxy(address.getHost(), address.getPort());
            var uri = "mongodb://127.0.0.1:%d/%s?directConnection=true&w=0&readPreference=secondary"
                    .formatted(proxy.port(), direct.getDatabase());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "through-proxy",
                            Map.of("spring.mongodb.uri", uri, "drill.direct-uri", direct.getConnectionString())));
            context.getBeanFactory().registerSingleton("proxy", proxy);
        }
    }
}
