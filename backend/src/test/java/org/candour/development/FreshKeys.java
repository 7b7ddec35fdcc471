package org.candour.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each Spring context of the tests keys and a ledger of its own. */
public final class FreshKeys implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = new HashMap<>(properties(directory()));
        properties.put(
                "candour.access.forces-file",
                Path.of("../config/forces.yml").toAbsolutePath().normalize());
        properties.put(
                "candour.casework.timers.directory",
                Path.of("../config/timers").toAbsolutePath().normalize());
        properties.put(
                "candour.casework.proceedings.outcomes-file",
                Path.of("../config/outcomes.yml").toAbsolutePath().normalize());
        properties.put(
                "candour.casework.risk.directory",
                Path.of("../config/risk").toAbsolutePath().normalize());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fresh-keys", properties));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/keys-of-tests")), "context-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of vault and ledger with everything under one directory. */
    static Map<String, Object> properties(Path directory) {
        var passphrase = passphraseFile(directory);
        return Map.of(
                "candour.vault.directory",
                directory.resolve("vault"),
                "candour.vault.passphrase-file",
                passphrase,
                "candour.ledger.origin",
                "candour.example/ledger",
                "candour.ledger.key-file",
                directory.resolve("ledger-key.pem"),
                "candour.ledger.passphrase-file",
                passphrase,
                "candour.ledger.checkpoint-directory",
                directory.resolve("checkpoints"));
    }

    private static Path passphraseFile(Path directory) {
        try {
            return Files.writeString(
                    Files.createDirectories(directory).resolve("passphrase"), "for-tests-and-demonstration-only");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
