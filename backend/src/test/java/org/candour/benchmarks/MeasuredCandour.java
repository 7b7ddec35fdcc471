package org.candour.benchmarks;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.candour.CandourApplication;
import org.candour.drills.StandInRealm;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Candour in this process, with keys and a database of its own. */
final class MeasuredCandour {
    private MeasuredCandour() {}

    /** Starts it; its name, in the database and on the ledger, is that of the folder. */
    static ConfigurableApplicationContext start(
            Path folder,
            StoreProcess store,
            StandInRealm realm,
            ApplicationContextInitializer<ConfigurableApplicationContext> changed)
            throws IOException {
        var name = folder.getFileName().toString();
        Files.createDirectories(folder);
        var passphrase = Files.writeString(folder.resolve("passphrase"), "for-tests-and-demonstration-only");
        return new SpringApplicationBuilder(CandourApplication.class)
                .initializers(changed)
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--spring.main.banner-mode=off",
                        "--spring.jmx.enabled=false",
                        "--logging.level.root=error",
                        "--keycloak.auth-server-url=" + realm.address(),
                        "--spring.mongodb.uri=" + uri(store.address(), name),
                        "--candour.vault.directory=" + folder.resolve("vault"),
                        "--candour.vault.passphrase-file=" + passphrase,
                        "--candour.ledger.origin=candour.example/" + name,
                        "--candour.ledger.key-file=" + folder.resolve("ledger-key.pem"),
                        "--candour.ledger.passphrase-file=" + passphrase,
                        "--candour.ledger.checkpoint-directory=" + folder.resolve("checkpoints"),
                        "--candour.access.forces-file="
                                + Path.of("../config/forces.yml")
                                        .toAbsolutePath()
                                        .normalize(),
                        "--candour.casework.timers.directory="
                                + Path.of("../config/timers").toAbsolutePath().normalize(),
                        "--candour.casework.proceedings.outcomes-file="
                                + Path.of("../config/outcomes.yml")
                                        .toAbsolutePath()
                                        .normalize(),
                        "--candour.casework.risk.directory="
                                + Path.of("../config/risk").toAbsolutePath().normalize());
    }

    /** Where it listens. */
    static String address(ConfigurableApplicationContext candour) {
        return "http://127.0.0.1:" + candour.getEnvironment().getRequiredProperty("local.server.port");
    }

    private static String uri(String server, String name) {
        var hosts = String.join(",", new ConnectionString(server).getHosts());
        return "mongodb://" + hosts + "/bench-" + name + "-" + UUID.randomUUID();
    }
}
