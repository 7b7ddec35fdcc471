package org.candour.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candour.CandourApplication;

/** The real application in a process of its own, with the profile {@code intake}, and a stand-in that signs its tokens. */
final class IntakeProcess implements AutoCloseable {
    private final HttpServer keycloak;
    private final RSAKey key;
    private final int port;
    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private IntakeProcess(HttpServer keycloak, RSAKey key, int port, Process process) {
        this.keycloak = keycloak;
        this.key = key;
        this.port = port;
        this.process = process;
    }

    /** Starts it, and waits until it is up or has ended. */
    static IntakeProcess start(String mongodb, Path keys, String passphrase, Path folder)
            throws IOException, JOSEException {
        var key = new RSAKeyGenerator(2048).keyID("test").generate();
        var keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var certificates = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
        keycloak.createContext("/realms/candour/protocol/openid-connect/certs", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, certificates.length);
            try (var body = exchange.getResponseBody()) {
                body.write(certificates);
            }
        });
        keycloak.start();
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CandourApplication.class.getName(),
                "--spring.profiles.active=intake",
                "--server.port=" + port,
                "--management.server.port=0",
                "--keycloak.auth-server-url=" + address(keycloak),
                "--spring.mongodb.uri=" + mongodb,
                "--candour.vault.directory=" + keys,
                "--candour.ledger.origin=candour.example/ledger",
                "--candour.ledger.key-file=" + folder.resolve("ledger-key.pem"),
                "--candour.ledger.checkpoint-directory=" + folder.resolve("checkpoints"),
                "--candour.access.forces-file="
                        + Path.of("../config/forces.yml").toAbsolutePath().normalize(),
                "--candour.casework.timers.directory="
                        + Path.of("../config/timers").toAbsolutePath().normalize(),
                "--candour.casework.proceedings.outcomes-file="
                        + Path.of("../config/outcomes.yml").toAbsolutePath().normalize(),
                "--candour.casework.risk.directory="
                        + Path.of("../config/risk").toAbsolutePath().normalize());
        builder.environment().put("CANDOUR_VAULT_PASSPHRASE", passphrase);
        builder.environment().put("CANDOUR_LEDGER_PASSPHRASE", "for-tests-and-demonstration-only");
        var started = new IntakeProcess(
                keycloak, key, port, builder.redirectErrorStream(true).start());
        started.listen();
        return started;
    }

    private void listen() throws IOException {
        var output = process.inputReader(UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains("Started CandourApplication")) {
                var rest = new Thread(() -> output.lines().forEach(more -> {}), "output of the intake node");
                rest.setDaemon(true);
                rest.start();
                return;
            }
        }
    }

    boolean isUp() {
        return process.isAlive();
    }

    /** What it said until it was up or ended. */
    String said() {
        return String.join("\n", said);
    }

    HttpResponse<String> call(String method, String path, String role, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Authorization", "Bearer " + token(role));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** All that its heap holds. */
    void dumpHeap(Path file) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dump = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.heap_dump", "-all", file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(dump.getInputStream().readAllBytes(), UTF_8);
        if (dump.waitFor() != 0) {
            throw new IOException("No heap dump: " + said);
        }
    }

    private String token(String role) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address(keycloak) + "/realms/candour")
                .subject(UUID.randomUUID().toString())
                .audience("candour-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.of(role)))
                .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        keycloak.stop(0);
    }
}
