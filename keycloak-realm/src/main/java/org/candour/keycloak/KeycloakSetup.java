package org.candour.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link KeycloakServer} shall be like. Unless told otherwise: on free ports, its database in memory, no realm
 * but Keycloak's own.
 */
public final class KeycloakSetup {
    private static final String CANDOUR_REALM = "candour-realm.json";
    private static final String DEMONSTRATION_USERS = "candour-users-0.json";
    private static final Pattern REQUIRED_PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    int port;

    @Nullable
    Path data;

    @Nullable
    Path log;

    Duration patience = Duration.ofMinutes(5);
    Consumer<String> progress = message -> {};
    final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> imports = new LinkedHashMap<>();

    /** Sets the port, on the loopback interface; 0 takes a free one. */
    public KeycloakSetup port(int number) {
        port = number;
        return this;
    }

    /** Keeps the database in {@code folder}; it is created if absent. An existing realm is not imported again. */
    public KeycloakSetup keepingDataIn(Path folder) {
        data = folder.toAbsolutePath();
        return this;
    }

    /** Sends the output of the server to {@code file}, replacing it; by default it lies beside the data. */
    public KeycloakSetup logTo(Path file) {
        log = file.toAbsolutePath();
        return this;
    }

    /** Gives up when the server is not ready after this time; five minutes unless set. */
    public KeycloakSetup patience(Duration time) {
        patience = time;
        return this;
    }

    /** Is told now and then, in a sentence, how the start gets on. */
    public KeycloakSetup progress(Consumer<String> listener) {
        progress = listener;
        return this;
    }

    /** Sets a variable of the child's environment, for placeholders of the realm files. */
    public KeycloakSetup environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Imports {@code keycloak-realm/candour-realm.json}. Its secrets must be set by {@link #environment}. */
    public KeycloakSetup withCandourRealm() {
        imports.put(CANDOUR_REALM, resource(CANDOUR_REALM));
        return this;
    }

    /** Adds the demonstration users, whose password everybody knows. Never in production. */
    public KeycloakSetup withDemonstrationUsers() {
        imports.put(DEMONSTRATION_USERS, resource("demonstration/" + DEMONSTRATION_USERS));
        return this;
    }

    /**
     * Imports one more file.
     *
     * @param file named {@code <realm>-realm.json}, or {@code <realm>-users-<n>.json}; Keycloak ignores other names
     */
    public KeycloakSetup importing(Path file) {
        try {
            imports.put(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Starts the server and waits until it is ready.
     *
     * @throws KeycloakNotStarted if a port is taken, a secret is missing, or the server fails or takes too long
     */
    public KeycloakServer start() {
        imports.forEach(this::refuseMissingPlaceholders);
        return KeycloakServer.start(this);
    }

    boolean hasCandourRealm() {
        return imports.containsKey(CANDOUR_REALM);
    }

    void writeImports(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : imports.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Keycloak would take an unresolved placeholder for the secret itself, and everybody can read the realm file. */
    private void refuseMissingPlaceholders(String name, String content) {
        var placeholders = REQUIRED_PLACEHOLDER.matcher(content);
        while (placeholders.find()) {
            var variable = placeholders.group(1);
            if (environment
                    .getOrDefault(variable, Objects.requireNonNullElse(System.getenv(variable), ""))
                    .isBlank()) {
                throw new KeycloakNotStarted(name + " needs the environment variable " + variable);
            }
        }
    }

    private static String resource(String name) {
        try (var in = KeycloakSetup.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
