package org.candour.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerTests {
    @TempDir
    Path folder;

    static KeycloakSetup setup(Path data) {
        return new KeycloakSetup()
                .keepingDataIn(data)
                .withCandourRealm()
                .environment("CANDOUR_PORTAL_SECRET", "for-this-test")
                .environment("CANDOUR_COURT_FEED_SECRET", "for-this-test")
                .environment("CANDOUR_ROSTER_FEED_SECRET", "for-this-test");
    }

    @Test
    void endsWhenItsParentIsKilledAndKeepsItsData() throws Exception {
        var parent = startParent();
        var keycloak = ProcessHandle.of(Long.parseLong(firstLineOf(parent))).orElseThrow();
        assertThat(keycloak.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(30)).until(() -> !keycloak.isAlive());
        try (var again = setup(folder).start()) {
            assertThat(get(again.issuer())).contains("\"realm\":\"candour\"");
            assertThat(again.log()).content().doesNotContain("Realm 'candour' imported");
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingIsStarted() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var setup = setup(folder).port(taken.getLocalPort());

            assertThatThrownBy(setup::start)
                    .isInstanceOf(KeycloakNotStarted.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aMissingSecretIsNamedAndNothingIsStarted() {
        var setup = setup(folder).environment("CANDOUR_PORTAL_SECRET", "");

        assertThatThrownBy(setup::start)
                .isInstanceOf(KeycloakNotStarted.class)
                .hasMessageContaining("CANDOUR_PORTAL_SECRET");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFailedStartSaysWhyAndWhereItsLogIs() throws IOException {
        Files.writeString(folder.resolve("database.mv.db"), "this is no database");
        var setup = setup(folder);

        assertThatThrownBy(setup::start)
                .isInstanceOf(KeycloakNotStarted.class)
                .hasMessageContaining("database.mv.db")
                .hasMessageContaining(folder.resolve("keycloak.log").toString());
    }

    @Test
    void aStartThatTakesTooLongIsGivenUpAndLeavesNoProcess() {
        var before = ProcessHandle.current().children().toList();
        var setup = setup(folder).patience(Duration.ofMillis(1));

        assertThatThrownBy(setup::start).isInstanceOf(KeycloakNotStarted.class).hasMessageContaining("not ready after");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isSubsetOf(before);
    }

    private Process startParent() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + Distribution.HOME_PROPERTY + "=" + System.getProperty(Distribution.HOME_PROPERTY),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledParent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLineOf(Process process) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            return lines.readLine();
        }
    }

    private static String get(String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
