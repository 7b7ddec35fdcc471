package org.candour.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candour.TestCandourApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The development start, in a process of its own as Maven would start it. */
class DevelopmentTests {
    @TempDir
    Path folder;

    private @Nullable Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void itTellsWhatIsUpAndTakesKeycloakWithItWhenItEnds() throws Exception {
        int candour = freePort();
        int keycloak = freePort();
        var started = start(candour, keycloak);
        List<String> lines;
        try (var reader = reader(started)) {
            lines = reader.lines()
                    .takeWhile(line -> !line.endsWith("Ctrl-C stops everything.") || line.startsWith("["))
                    .toList();
            assertThat(lines)
                    .anyMatch(line -> line.contains("http://localhost:" + candour))
                    .anyMatch(line -> line.contains("http://localhost:" + keycloak))
                    .anyMatch(line -> line.contains("amara.advocate"))
                    .contains("All as promised.")
                    .noneMatch(line -> line.contains(" INFO "));
            assertThat(new Browser()
                            .get(URI.create("http://localhost:" + candour + "/"))
                            .statusCode())
                    .isBetween(200, 499);
            var child = started.toHandle().children().findFirst().orElseThrow();

            started.destroyForcibly().waitFor();

            await().atMost(Duration.ofSeconds(40)).until(() -> !child.isAlive());
        }
        assertThat(folder.resolve("store")).isNotEmptyDirectory();
        assertThat(Files.readString(folder.resolve("candour.log"))).contains("Started CandourApplication");
    }

    @Test
    void aTakenPortOfCandourIsNamedWithTheWayOutAndNothingIsStarted() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var started = start(taken.getLocalPort(), freePort());

            assertThat(outputOf(started))
                    .contains("Port " + taken.getLocalPort(), "Candour", "SERVER_PORT=")
                    .doesNotContain("Exception");
            assertThat(started.exitValue()).isEqualTo(1);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aTakenPortOfKeycloakIsNamedWithTheWayOutAndNothingIsStarted() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var started = start(freePort(), taken.getLocalPort());

            assertThat(outputOf(started))
                    .contains("Port " + taken.getLocalPort(), "Keycloak", "CANDOUR_KEYCLOAK_PORT=")
                    .doesNotContain("Exception");
            assertThat(started.exitValue()).isEqualTo(1);
            assertThat(folder).isEmptyDirectory();
        }
    }

    private Process start(int candourPort, int keycloakPort) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcandour.keycloak.home=" + System.getProperty("candour.keycloak.home"),
                "-Dcandour.development.folder=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                TestCandourApplication.class.getName());
        builder.directory(Path.of("..").toAbsolutePath().normalize().toFile()); // where config/ is, as for ./mvnw
        builder.environment().put("SERVER_PORT", Integer.toString(candourPort));
        builder.environment().put("CANDOUR_MANAGEMENT_PORT", Integer.toString(freePort()));
        builder.environment().put("CANDOUR_KEYCLOAK_PORT", Integer.toString(keycloakPort));
        process = builder.redirectErrorStream(true).start();
        return process;
    }

    private static String outputOf(Process started) throws Exception {
        try (var reader = reader(started)) {
            var output = String.join("\n", reader.lines().toList());
            assertThat(started.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return output;
        }
    }

    private static BufferedReader reader(Process started) {
        return started.inputReader(StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
