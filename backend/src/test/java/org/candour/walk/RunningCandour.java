package org.candour.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candour.development.Development;

/**
 * The Candour that {@code ./mvnw} has started, or the one that the environment names.
 *
 * @param address {@code CANDOUR_ADDRESS}
 * @param issuer {@code CANDOUR_ISSUER}
 * @param mongodbUri {@code CANDOUR_MONGODB_URI}, else what the development start has written down
 */
record RunningCandour(String address, String issuer, String mongodbUri) {
    static RunningCandour ofEnvironment() {
        return new RunningCandour(
                environment("CANDOUR_ADDRESS").orElse("http://localhost:8080"),
                environment("CANDOUR_ISSUER").orElse("http://localhost:8180/realms/candour"),
                environment("CANDOUR_MONGODB_URI").orElseGet(RunningCandour::writtenDown));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    private static String writtenDown() {
        var folder = Path.of(System.getProperty("candour.development.folder", "backend/target/development"));
        try {
            return Files.readString(folder.resolve(Development.MONGODB_URI));
        } catch (IOException e) {
            throw new UncheckedIOException("Start Candour first, with ./mvnw", e);
        }
    }
}
