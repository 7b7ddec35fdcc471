package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.candour.CandourApplication;
import org.candour.development.ApiClient.Answer;
import org.candour.development.FaultyProxy;
import org.candour.development.FaultyProxy.Fate;
import org.candour.development.FreshKeys;
import org.candour.development.RealServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A running Candour behind a proxy to its store, from which parts are taken away and given back. */
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
@ContextConfiguration(initializers = {RealServices.class, FreshKeys.class, Outage.ThroughProxy.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Outage {
    static final String SECRET = "the words that nobody may read while a part is missing";

    @LocalServerPort
    int port;

    @Value("${drill.direct-uri}")
    String directUri;

    @Autowired
    Environment settings;

    @Autowired
    FaultyProxy proxy;

    MainJob job;
    Stored stored;
    Path keys;
    String caseId;
    String copy;

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
    }

    static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").stringValue()).isEqualTo("urn:candour:problem:unavailable");
        assertThat(answer.json().propertyNames()).isSubsetOf("type", "title", "status", "detail", "instance");
        assertThat(answer.text()).doesNotContain(SECRET, "Castellane", "Holloway");
        assertThat(answer.response().headers().map()).doesNotContainKeys("location", "etag");
    }

    void assertRecovers() {
        proxy.mend();
        assertThat(untilAvailable(() -> job.open(caseId)).expect(200).text()).contains(SECRET);
        assertThat(untilAvailable(() -> job.read(copy)).expect(200).text()).contains(SECRET);
        untilAvailable(() -> job.submit(MainJob.report("After the outage"), MainJob.newKey()))
                .expect(201);
    }

    static Answer untilAvailable(Callable<Answer> call) {
        return await().atMost(Duration.ofSeconds(30)).until(call, answer -> answer.status() != 503);
    }

    static FaultyProxy.Plan onceOn(String collection, Fate fate) {
        var isDue = new AtomicBoolean(true);
        return request -> request.is("insert", collection) && isDue.getAndSet(false) ? fate : Fate.PASS;
    }

    static Map<String, Answer> atOnce(Map<String, Supplier<Answer>> calls) throws Exception {
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
