package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.RawBsonDocument;
import org.candour.development.CandourTest;
import org.candour.development.FreshKeys;
import org.candour.development.RealServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The machine's clock is set back by an hour while Candour runs. */
@CandourTest
@ContextConfiguration(initializers = {RealServices.class, FreshKeys.class, SteppedClockTests.WithSteppedClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SteppedClockTests {
    private static final Duration STEP = Duration.ofHours(1);

    @LocalServerPort
    int port;

    @Value("${spring.mongodb.uri}")
    String mongodbUri;

    @Autowired
    SteppedClock clock;

    private MainJob job;
    private String caseId;

    @BeforeAll
    void playTheJobOnce() {
        job = MainJob.at("http://localhost:" + port);
        caseId = job.supportedCase(MainJob.report("Before the clock was set"));
    }

    @AfterEach
    void setRight() {
        clock.behind = Duration.ZERO;
    }

    @Test
    void theLedgerKeepsItsOrderAndItsProofsWhateverTheClockSays() {
        clock.behind = STEP;
        var receipt = job.submit(MainJob.report("After"), MainJob.newKey()).expect(201);
        var checkpoint = job.auditor.get("/api/ledger/checkpoint").expect(200).text();
        var key = job.auditor.get("/api/ledger/verifier-key").expect(200).text();
        clock.behind = Duration.ZERO;

        assertThat(receipt.json().path("receipt").stringValue()).contains("ledger-index ");
        try (var stored = new Stored(mongodbUri)) {
            var faults = new ArrayList<String>();
            var ledger = new LedgerAftermath(stored, faults::add);
            var signed = SignedCheckpoint.open(checkpoint, key);
            var roots = MerkleTree.roots(entries(stored), List.of(signed.size()));
            assertThat(faults).isEmpty();
            assertThat(signed.size()).isLessThanOrEqualTo(ledger.size());
            assertThat(roots.get(signed.size())).asBase64Encoded().isEqualTo(signed.root());
        }
    }

    private static List<byte[]> entries(Stored stored) {
        var entries = stored.of("ledger").stream()
                .sorted((one, two) -> Long.compare(id(one), id(two)))
                .toList();
        assertThat(entries.stream().map(SteppedClockTests::id))
                .containsExactlyElementsOf(
                        LongStream.range(0, entries.size()).boxed().toList());
        return entries.stream().map(entry -> entry.getBinary("bytes").getData()).toList();
    }

    private static long id(RawBsonDocument document) {
        return document.getInt64("_id").getValue();
    }

    @Test
    void aGrantThatTheClockHasNotReachedAgainOpensNothingAndLaterOpensAsBefore() {
        clock.behind = STEP;
        job.open(caseId).expect(404);
        job.prepare(caseId).expect(404);

        clock.behind = Duration.ZERO;

        assertThat(job.open(caseId).expect(200).text()).contains("Before the clock was set");
    }

    @Test
    void reportsHandedInMeanwhileAreListedOnceAndOnEveryPage() {
        clock.behind = STEP;
        var key = MainJob.newKey();
        var report = MainJob.report("Handed in while the clock was wrong");
        var receipt = job.submit(report, key).expect(201).json();
        clock.behind = Duration.ZERO;

        assertThat(job.submit(report, key).expect(200).json()).isEqualTo(receipt);
        assertThat(pages())
                .doesNotHaveDuplicates()
                .contains(receipt.path("reference").stringValue());
    }

    private List<String> pages() {
        var references = new ArrayList<String>();
        var path = "/api/reports?size=1";
        while (!path.isEmpty()) {
            var page = job.victim.get(path).expect(200).json();
            page.path("items")
                    .forEach(item -> references.add(item.path("reference").stringValue()));
            var before = page.path("before").asString("");
            path = before.isEmpty() ? "" : "/api/reports?size=1&before=" + before;
        }
        return references;
    }

    /** The system's clock, or one behind it. */
    static final class SteppedClock extends Clock {
        private volatile Duration behind = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().minus(behind);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Candour reckons in UTC");
        }
    }

    /** Before any bean is made, the clock's definition is another. */
    static final class WithSteppedClock implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.addBeanFactoryPostProcessor(factory -> {
                var registry = (BeanDefinitionRegistry) factory;
                registry.removeBeanDefinition("clock");
                registry.registerBeanDefinition("clock", new RootBeanDefinition(SteppedClock.class, SteppedClock::new));
            });
        }
    }
}
