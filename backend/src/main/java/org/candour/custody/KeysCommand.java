package org.candour.custody;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The custodians' command: asks a running Candour, as any client would, and prints the answer in plain words. The token comes from
 * the environment or a file, never from the command line, which others on the machine can read. Exit codes: {@value #DONE},
 * done; {@value #REFUSED}, Candour refused; {@value #UNUSABLE}, the command cannot be used or nobody answers.
 */
public final class KeysCommand {
    public static final int DONE = 0;
    public static final int REFUSED = 1;
    public static final int UNUSABLE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String USAGE = """
            Usage:
              keys status            which keys there are, how old, and what they still wrap
              keys propose GROUP     new keys for ROOT, CASE_SERVICE, LINKAGE or DISCLOSURE
              keys approve ID        what another custodian proposed
              keys cancel ID         what nobody has approved yet
              keys progress [ID]     how rotations go; with an ID also the certificate
              keys split, keys recover   the way back from a lost passphrase or token: at the machine itself
            Environment:
              CANDOUR_URL            where Candour is; http://localhost:8080 if not set
              CANDOUR_TOKEN          an access token of a custodian (to approve: with a second factor, acr_values=2), or
              CANDOUR_TOKEN_FILE     a file whose first line is one
            """;

    private final Map<String, String> environment;
    private final PrintStream out;

    private KeysCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** What is wrong with the command line or the environment. */
    private static final class Misused extends Exception {
        Misused(String message) {
            super(message);
        }
    }

    /** Candour's refusal. */
    private static final class Refused extends Exception {
        Refused(int status, JsonNode problem) {
            super(status + ": " + text(problem, "title") + " " + text(problem, "detail"));
        }
    }

    /**
     * Runs one command.
     *
     * @param args what follows the word {@code keys}
     * @return one of the exit codes above
     */
    public static int run(List<String> args, Map<String, String> environment, PrintStream out) {
        try {
            new KeysCommand(environment, out).run(args);
            return DONE;
        } catch (Refused e) {
            out.println("Refused. " + e.getMessage());
            return REFUSED;
        } catch (Misused e) {
            out.println(e.getMessage());
            out.print(USAGE);
            return UNUSABLE;
        } catch (IOException | JacksonException e) {
            out.println(
                    "Candour does not answer at " + environment.getOrDefault("CANDOUR_URL", "http://localhost:8080"));
            return UNUSABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNUSABLE;
        }
    }

    private void run(List<String> args) throws Misused, Refused, IOException, InterruptedException {
        var word = args.isEmpty() ? "" : args.get(0);
        if (word.equals("status") && args.size() == 1) {
            get("/api/keys").forEach(this::printKey);
        } else if (word.equals("progress") && args.size() == 1) {
            get("/api/keys/rotations").forEach(this::printOrder);
        } else if (word.equals("progress") && args.size() == 2) {
            var order = get("/api/keys/rotations/" + id(args.get(1)));
            printOrder(order);
            out.print(text(order, "certificate"));
        } else if (word.equals("propose") && args.size() == 2) {
            propose(args.get(1).toUpperCase(Locale.ROOT).replace('-', '_'));
        } else if (word.equals("approve") && args.size() == 2) {
            post("/api/keys/rotations/" + id(args.get(1)) + "/approval", "");
            out.println("Approved. It runs now; see: keys progress " + args.get(1));
        } else if (word.equals("cancel") && args.size() == 2) {
            post("/api/keys/rotations/" + id(args.get(1)) + "/cancellation", "");
            out.println("Cancelled.");
        } else {
            throw new Misused("Which of these?");
        }
    }

    private void propose(String group) throws Misused, Refused, IOException, InterruptedException {
        var order = post("/api/keys/rotations", JSON.writeValueAsString(Map.of("group", group)));
        out.println("Proposed. Another custodian now runs: keys approve " + text(order, "id"));
    }

    private void printKey(JsonNode key) {
        out.printf(
                "%-13s %-34s made %-24s %s wraps %d%n",
                text(key, "group"),
                text(key, "id"),
                text(key, "madeAt"),
                key.path("isNewest").asBoolean() ? "newest," : "old,   ",
                key.path("inUse").asLong());
    }

    private void printOrder(JsonNode order) {
        out.printf(
                "%s %-13s %-10s rewrapped %d, rejected %d%n",
                text(order, "id"),
                text(order, "group"),
                text(order, "stage"),
                order.path("rewrapped").asLong(),
                order.path("rejected").asLong());
    }

    private JsonNode get(String path) throws Misused, Refused, IOException, InterruptedException {
        return send(request(path).GET());
    }

    private JsonNode post(String path, String json) throws Misused, Refused, IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) throws Misused, IOException {
        var address = environment.getOrDefault("CANDOUR_URL", "http://localhost:8080");
        try {
            return HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token());
        } catch (IllegalArgumentException e) { // which would quote the token
            throw new Misused("CANDOUR_URL is no address, or the token is none");
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws Refused, IOException, InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        var response = client.send(request.build(), BodyHandlers.ofString());
        var isJson = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        var answer = isJson ? JSON.readTree(response.body()) : JSON.createObjectNode();
        if (response.statusCode() >= 300) {
            throw new Refused(response.statusCode(), answer);
        }
        return answer;
    }

    private String token() throws Misused, IOException {
        var token = environment.get("CANDOUR_TOKEN");
        var file = environment.get("CANDOUR_TOKEN_FILE");
        if (token == null && file != null) {
            try (var lines = Files.lines(Path.of(file))) {
                token = lines.findFirst().orElse("");
            }
        }
        if (token == null || token.isBlank()) {
            throw new Misused("Set CANDOUR_TOKEN or CANDOUR_TOKEN_FILE");
        }
        return token.strip();
    }

    private static String id(String text) throws Misused {
        try {
            return OrderId.of(text).toString();
        } catch (IllegalArgumentException e) {
            throw new Misused("An ID looks like 0192f0c1-...: see keys progress");
        }
    }

    /** What is sent must not steer the reader's terminal; a certificate has lines. */
    private static String text(JsonNode node, String field) {
        return node.path(field).asString("").replaceAll("[\\p{C}&&[^\\n]]", "�");
    }
}
