package org.candour.development;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.candour.CandourApplication;
import org.candour.keycloak.KeycloakNotStarted;
import org.candour.keycloak.KeycloakServer;
import org.candour.keycloak.ParentWatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;

/**
 * The development start: Keycloak, a store and Candour, one after the other, telling a person how far it is. All three
 * end together, also when one of their parents is killed. What is kept lies in {@code backend/target/development}.
 */
public final class Development {
    private static final String FOLDER = "candour.development.folder";
    /** The file in the development folder that says where the store is. */
    public static final String MONGODB_URI = "mongodb-uri";

    private static final long MILLIS_PER_SECOND = 1000;

    private final DevelopmentSettings settings;
    private final Path folder;
    private final PrintStream out;
    private final long began = System.nanoTime();

    private Development(DevelopmentSettings settings, Path folder, PrintStream out) {
        this.settings = settings;
        this.folder = folder;
        this.out = out;
    }

    /** What is played against the running service when it is up for the first time. */
    @FunctionalInterface
    public interface FirstRun {
        /** Plays it, as clients would. If it throws, the reason is shown, and the next start plays it again. */
        void play(Running running) throws Exception;
    }

    /**
     * Where everything is.
     *
     * @param candour the base address, such as {@code http://localhost:8080}
     * @param issuer the realm
     * @param mongodbUri the store
     * @param folder where the development start keeps its data
     */
    public record Running(String candour, String issuer, String mongodbUri, Path folder, PrintStream out) {}

    /** Starts everything and returns; the JVM then stays until it is told to end. Ends it with code 1 on failure. */
    public static void run(String[] arguments, FirstRun firstRun) {
        ProcessHandle.current().parent().ifPresent(ParentWatch::endWith);
        // Until Spring Boot has read the settings, the logging library would print everything it hears.
        LoggingSystem.get(Development.class.getClassLoader()).beforeInitialize();
        var folder = Path.of(System.getProperty(FOLDER, "target/development"));
        try {
            var settings = DevelopmentSettings.of(System.getenv());
            new Development(settings, folder.toAbsolutePath().normalize(), System.out).start(arguments, firstRun);
        } catch (CannotStart | KeycloakNotStarted e) {
            fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            fail("Candour did not start: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage() + "\nIts log lies in " + folder);
        }
    }

    private void start(String[] arguments, FirstRun firstRun) {
        tell("Starting Candour for development. Ctrl-C stops everything.");
        settings.refuseTakenPorts();
        var keycloak = startKeycloak();
        var mongodbUri = settings.mongodbUri().orElseGet(this::startStore);
        tell("Starting Candour ...");
        SpringApplication.from(CandourApplication::main)
                .run(Stream.concat(arguments(properties(keycloak, mongodbUri)), Stream.of(arguments))
                        .toArray(String[]::new));
        tell("Candour is ready.");
        remember(mongodbUri);
        playFirst(firstRun, new Running(settings.candour(), keycloak.issuer(), mongodbUri, folder, out));
        out.println(new Welcome(settings, keycloak, mongodbUri, folder));
    }

    /** The settings of a development start that differ from production's; they override every file. */
    private Map<String, Object> properties(KeycloakServer keycloak, String mongodbUri) {
        var properties = new LinkedHashMap<>(Demonstration.properties(keycloak.address(), mongodbUri));
        properties.putAll(FreshKeys.properties(folder.resolve("keys")));
        properties.put("server.port", settings.candourPort());
        properties.put("management.server.port", settings.managementPort());
        properties.put("server.address", "127.0.0.1");
        properties.put("logging.file.name", log());
        properties.put("logging.threshold.console", "warn");
        properties.put("logging.level.de.bwaldvogel", "error"); // it warns of each index it does without
        properties.put("spring.main.banner-mode", "off");
        return properties;
    }

    private KeycloakServer startKeycloak() {
        var data = folder.resolve("keycloak");
        tell(
                Files.exists(data)
                        ? "Starting Keycloak; this takes about 15 s ..."
                        : "Starting Keycloak for the first time, with the realm; this takes about 30 s ...");
        var server = Demonstration.keycloak()
                .port(settings.keycloakPort())
                .environment("CANDOUR_PORTAL_URL", settings.candour())
                .keepingDataIn(data)
                .progress(this::tell)
                .start();
        tell("Keycloak is ready.");
        return server;
    }

    private String startStore() {
        var store = EmbeddedStore.keptIn(folder.resolve("store"));
        // Spring Boot runs this after the context is closed: whoever writes last still finds the store.
        SpringApplication.getShutdownHandlers().add(store::close);
        tell("The embedded store is ready.");
        return store.uri("candour");
    }

    /** For the walk and the load, which run as processes of their own. */
    private void remember(String mongodbUri) {
        try {
            Files.writeString(folder.resolve(MONGODB_URI), mongodbUri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void playFirst(FirstRun firstRun, Running running) {
        var marker = folder.resolve("first-run-played");
        if (Files.exists(marker)) {
            return;
        }
        try {
            firstRun.play(running);
            Files.createFile(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception | AssertionError e) {
            tell("The first run failed: " + e + "; the log: " + log());
        }
    }

    private Path log() {
        return folder.resolve("candour.log");
    }

    private void tell(String message) {
        var seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / MILLIS_PER_SECOND;
        out.printf("[%3d s] %s%n", seconds, message);
    }

    @SuppressWarnings("SystemExitOutsideMain") // the store's threads would keep the JVM
    private static void fail(String reason) {
        System.out.println();
        System.out.println(reason);
        System.exit(1);
    }

    private static Stream<String> arguments(Map<String, Object> properties) {
        return properties.entrySet().stream().map(property -> "--" + property.getKey() + "=" + property.getValue());
    }
}
