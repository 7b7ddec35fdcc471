package org.candour.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the custodians' command asks, and what it prints. */
class KeysCommandTests {
    private static final String ID = UUID.randomUUID().toString();

    @TempDir
    Path directory;

    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;
    private int status = 200;
    private String answer = "[]";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void statusPrintsALineAKey() {
        answer = """
                [{"group":"ROOT","id":"root-1","madeAt":"2026-11-22T10:15:30Z","isNewest":false,"inUse":3}]""";

        assertThat(run("status")).isEqualTo(KeysCommand.DONE);
        assertThat(asked).containsExactly("GET /api/keys Bearer secret ");
        assertThat(text()).contains("ROOT", "root-1", "2026-11-22T10:15:30Z", "old", "wraps 3");
    }

    @Test
    void proposeSaysWhatTheOtherCustodianDoes() {
        answer = "{\"id\":\"" + ID + "\"}";

        assertThat(run("propose", "case-service")).isEqualTo(KeysCommand.DONE);
        assertThat(asked).containsExactly("POST /api/keys/rotations Bearer secret {\"group\":\"CASE_SERVICE\"}");
        assertThat(text()).contains("keys approve " + ID);
    }

    @Test
    void approveCancelAndProgressNameTheOrder() {
        answer = "{\"certificate\":\"signed\\n\"}";

        assertThat(run("approve", ID)).isEqualTo(KeysCommand.DONE);
        assertThat(run("cancel", ID)).isEqualTo(KeysCommand.DONE);
        assertThat(run("progress", ID)).isEqualTo(KeysCommand.DONE);
        assertThat(asked)
                .containsExactly(
                        "POST /api/keys/rotations/" + ID + "/approval Bearer secret ",
                        "POST /api/keys/rotations/" + ID + "/cancellation Bearer secret ",
                        "GET /api/keys/rotations/" + ID + " Bearer secret ");
        assertThat(text()).contains("signed");
    }

    @Test
    void aRefusalIsPrintedInItsOwnWords() {
        status = 409;
        answer = """
                {"title":"A second person is needed","detail":"Whoever asked for it cannot approve it."}""";

        assertThat(run("approve", ID)).isEqualTo(KeysCommand.REFUSED);
        assertThat(text()).contains("409", "A second person is needed").doesNotContain("secret");
    }

    @Test
    void whatIsNoCommandAsksNothing() {
        for (var words : List.of(
                List.<String>of(),
                List.of("rotate"),
                List.of("approve"),
                List.of("approve", "../ledger"),
                List.of("status", "more"))) {
            assertThat(run(words.toArray(String[]::new))).isEqualTo(KeysCommand.UNUSABLE);
        }
        assertThat(asked).isEmpty();
        assertThat(text()).contains("Usage:");
    }

    @Test
    void withoutATokenNothingIsAsked() throws IOException {
        var empty = Files.writeString(directory.resolve("token"), "\n");
        var url = "http://localhost:" + server.getAddress().getPort();

        assertThat(run(Map.of("CANDOUR_URL", url), "status")).isEqualTo(KeysCommand.UNUSABLE);
        assertThat(run(Map.of("CANDOUR_URL", url, "CANDOUR_TOKEN_FILE", empty.toString()), "status"))
                .isEqualTo(KeysCommand.UNUSABLE);
        assertThat(run(Map.of("CANDOUR_URL", url, "CANDOUR_TOKEN", "a\nb: c"), "status"))
                .isEqualTo(KeysCommand.UNUSABLE);
        assertThat(asked).isEmpty();
        assertThat(text()).doesNotContain("b: c");
    }

    @Test
    void aTokenMayStandInAFile() throws IOException {
        var file = Files.writeString(directory.resolve("token"), "secret\n");
        var url = "http://localhost:" + server.getAddress().getPort();

        assertThat(run(Map.of("CANDOUR_URL", url, "CANDOUR_TOKEN_FILE", file.toString()), "status"))
                .isEqualTo(KeysCommand.DONE);
        assertThat(asked).containsExactly("GET /api/keys Bearer secret ");
    }

    @Test
    void whereNobodyAnswersThatIsSaid() {
        server.stop(0);

        assertThat(run("status")).isEqualTo(KeysCommand.UNUSABLE);
        assertThat(text()).contains("does not answer").doesNotContain("secret");
    }

    @Test
    void noAnswerSteersTheTerminal() {
        answer = "{\"id\":\"\\u001b[2J\"}";

        run("propose", "ROOT");

        assertThat(text()).doesNotContain("\u001b");
    }

    private int run(String... words) {
        var url = "http://localhost:" + server.getAddress().getPort();
        return run(Map.of("CANDOUR_URL", url, "CANDOUR_TOKEN", "secret"), words);
    }

    private int run(Map<String, String> environment, String... words) {
        return KeysCommand.run(List.of(words), environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
