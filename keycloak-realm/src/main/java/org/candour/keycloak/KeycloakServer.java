package org.candour.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Keycloak that runs as a child process, reachable from this machine only. It ends with {@link #close}, with this
 * JVM, and also when this JVM is killed.
 */
public final class KeycloakServer implements AutoCloseable {
    /** The realm that {@link KeycloakSetup#withCandourRealm} imports. */
    public static final String REALM = "candour";

    /** The administrator of the server, a user of its realm {@code master}. */
    public static final String ADMINISTRATOR = "admin";

    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final int port;
    private final String administratorPassword;
    private final Path log;
    private final @Nullable Path temporary;
    private final Thread stopAtExit = new Thread(this::stop, "stop-keycloak");

    private KeycloakServer(Process process, int port, String password, Path log, @Nullable Path temporary) {
        this.process = process;
        this.port = port;
        this.administratorPassword = password;
        this.log = log;
        this.temporary = temporary;
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    static KeycloakServer start(KeycloakSetup setup) {
        try {
            var port = Ports.takeable(setup.port);
            var managementPort = Ports.takeable(0);
            var folder = setup.data != null ? setup.data : Files.createTempDirectory("candour-keycloak");
            var log = setup.log != null ? setup.log : folder.resolve("keycloak.log");
            Files.createDirectories(folder);
            Files.createDirectories(log.getParent());
            setup.writeImports(folder.resolve("import"));
            var password = AdministratorPassword.in(folder);
            var process = launch(setup, folder, log, password, port, managementPort);
            var server = new KeycloakServer(process, port, password, log, setup.data == null ? folder : null);
            server.awaitReady(setup, managementPort);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(
            KeycloakSetup setup, Path folder, Path log, String password, int port, int managementPort)
            throws IOException {
        // What --import-realm sets, which however reads only from inside the distribution.
        var properties = List.of("-Dkeycloak.migration.dir=" + folder.resolve("import"));
        var arguments = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + managementPort,
                "--hostname=" + address(port),
                "--log-level=info,io.smallrye.health:error",
                "--db-url=" + databaseUrl(setup.data == null ? null : folder)));
        var builder = new ProcessBuilder(Distribution.ofTheBuild().command(properties, arguments));
        Environment.withoutKeycloakSettings(builder.environment());
        builder.environment().putAll(setup.environment);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static String databaseUrl(@Nullable Path folder) {
        if (folder == null) {
            return "jdbc:h2:mem:keycloak;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1";
        }
        var file = folder.resolve("database").toString().replace('\\', '/');
        return "jdbc:h2:file:" + file + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE";
    }

    private void awaitReady(KeycloakSetup setup, int managementPort) {
        var readiness = new Readiness(process, setup.patience, setup.progress);
        try {
            readiness.await("http://127.0.0.1:" + managementPort + "/health/ready");
            if (setup.hasCandourRealm()) {
                readiness.check(issuer() + "/.well-known/openid-configuration");
            }
        } catch (IOException e) {
            // Nothing is deleted here: the log is what the reader of this message needs.
            stopAndForget();
            throw new KeycloakNotStarted(e.getMessage() + ". " + LogTail.of(log));
        }
    }

    /** The base address, such as {@code http://localhost:8180}. */
    public String address() {
        return address(port);
    }

    /** The issuer of the Candour realm's tokens. */
    public String issuer() {
        return address() + "/realms/" + REALM;
    }

    /** The password of {@link #ADMINISTRATOR}: random, and kept with the data. */
    public String administratorPassword() {
        return administratorPassword;
    }

    /** Where the output of the server goes. */
    public Path log() {
        return log;
    }

    /** The child process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Stops the server and waits until it has ended; data that was not to be kept is deleted. */
    @Override
    public void close() {
        stopAndForget();
        if (temporary != null) {
            delete(temporary);
        }
    }

    private void stopAndForget() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException e) {
            return; // the JVM is going down, and the hook does no harm
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
