package org.candour.benchmarks;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.candour.CandourApplication;
import org.candour.access.AdmittingGate;
import org.candour.development.ApiClient;
import org.candour.drills.StandInRealm;
import org.candour.ledger.UncomparedAggregates;
import org.candour.ledger.UnsignedLedger;
import org.candour.vault.UnkeyedBlindIndex;
import org.candour.vault.UnsealedSealer;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many submissions a second 16 clients get answered over HTTP, against the same application without vault and ledger.
 *
 * <p>Both check tokens, validate, hash the body, ask for an earlier submission, store a report, an access record and a
 * document of keys with the same write concern, and tell of it through the outbox, into the same store process. The bare one
 * makes no keys, wraps and encrypts nothing, makes tokens without a key, writes no ledger entry, compares nothing with any, and signs no receipt.
 * The clients run in this process and cost both the same.
 */
final class SubmissionCost {
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final double SHARE = 0.6;
    private static final Map<String, Object> REPORT = Map.of(
            "identity",
            Map.of("name", "Rosalind Achterberg", "addresses", List.of("12 Harewood Street, Leeds LS1 4AP")),
            "account",
            Map.of(
                    "whatHappened",
                    "He took my number from the crime report and wrote to me every day. ".repeat(20),
                    "happened",
                    Map.of("precision", "UNKNOWN")),
            "accused",
            Map.of("people", List.of(Map.of("name", "Daniel Marsh", "force", "Westmarch Constabulary"))));

    private final Path folder;

    SubmissionCost(Path folder) {
        this.folder = folder.resolve("submissions");
    }

    List<Row> measure() throws Exception {
        try (var store = StoreProcess.start(folder);
                var realm = StandInRealm.start();
                var whole = candour("whole", store, realm);
                var bare = candour("bare", store, realm)) {
            submit(bare, realm, WARM_UP);
            submit(whole, realm, WARM_UP);
            var ofBare = new ArrayList<Double>();
            var ofWhole = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                ofBare.add(submit(bare, realm, MEASURED));
                ofWhole.add(submit(whole, realm, MEASURED));
            }
            return List.of(row(median(ofWhole), median(ofBare)));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static Row row(double whole, double bare) {
        var rates = String.format(Locale.ROOT, "%.0f/s to %.0f/s", whole, bare);
        return Row.atLeast(
                "submissions over HTTP by 16 clients, against the same without vault and ledger",
                rates,
                whole / bare,
                SHARE,
                " of them");
    }

    private ConfigurableApplicationContext candour(String name, StoreProcess store, StandInRealm realm)
            throws IOException {
        var own = Files.createDirectories(folder.resolve(name));
        var passphrase = Files.writeString(own.resolve("passphrase"), "for-tests-and-demonstration-only");
        return new SpringApplicationBuilder(CandourApplication.class)
                .initializers(context -> {
                    if (name.equals("bare")) {
                        strip(context);
                    }
                })
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--spring.main.banner-mode=off",
                        "--spring.jmx.enabled=false",
                        "--logging.level.root=error",
                        "--keycloak.auth-server-url=" + realm.address(),
                        "--spring.mongodb.uri=" + uri(store.address(), name),
                        "--candour.vault.directory=" + own.resolve("vault"),
                        "--candour.vault.passphrase-file=" + passphrase,
                        "--candour.ledger.origin=candour.example/" + name,
                        "--candour.ledger.key-file=" + own.resolve("ledger-key.pem"),
                        "--candour.ledger.passphrase-file=" + passphrase,
                        "--candour.ledger.checkpoint-directory=" + own.resolve("checkpoints"),
                        "--candour.access.forces-file="
                                + Path.of("../config/forces.yml")
                                        .toAbsolutePath()
                                        .normalize(),
                        "--candour.casework.timers.directory="
                                + Path.of("../config/timers").toAbsolutePath().normalize());
    }

    private static String uri(String server, String name) {
        var hosts = String.join(",", new ConnectionString(server).getHosts());
        return "mongodb://" + hosts + "/bench-" + name + "-" + UUID.randomUUID();
    }

    /** After the scan has found the real ones, and before any is made. */
    private static void strip(ConfigurableApplicationContext context) {
        var stripped = Map.of(
                "gate",
                AdmittingGate.class,
                "ledger",
                UnsignedLedger.class,
                "aggregates",
                UncomparedAggregates.class,
                "sealer",
                UnsealedSealer.class,
                "blindIndex",
                UnkeyedBlindIndex.class);
        context.addBeanFactoryPostProcessor(factory -> stripped.forEach(
                (name, type) -> ((AbstractBeanDefinition) factory.getBeanDefinition(name)).setBeanClass(type)));
    }

    private static double submit(ConfigurableApplicationContext candour, StandInRealm realm, Duration time)
            throws Exception {
        var address = "http://127.0.0.1:" + candour.getEnvironment().getRequiredProperty("local.server.port");
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long began = System.nanoTime();
            var clients = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < CLIENTS; i++) {
                var victim = ApiClient.at(address).as(realm.token("victim", ""));
                clients.add(() -> submitUntil(victim, began + time.toNanos()));
            }
            int answered = 0;
            for (var client : threads.invokeAll(clients)) {
                answered += client.get();
            }
            return answered * 1e9 / (System.nanoTime() - began);
        } finally {
            threads.shutdown();
        }
    }

    private static int submitUntil(ApiClient victim, long end) {
        int answered = 0;
        for (; System.nanoTime() < end; answered++) {
            victim.post(
                            "/api/reports",
                            REPORT,
                            Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                    .expect(201);
        }
        return answered;
    }
}
