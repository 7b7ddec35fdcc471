package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.candour.CandourApplication;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;
import org.candour.development.FreshKeys;
import org.candour.development.RealServices;
import org.candour.development.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Keycloak's public keys, out of reach in every way, from before they were ever fetched. */
@SpringBootTest(
        classes = CandourApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "logging.level.root=error"})
@ContextConfiguration(initializers = {RealServices.class, FreshKeys.class, KeycloakOutageTests.OtherKeyAddress.class})
@DirtiesContext
class KeycloakOutageTests {
    private static final KeyAddress KEYS = new KeyAddress();

    @LocalServerPort
    int port;

    @AfterEach
    void end() {
        KEYS.stop();
    }

    /** One test, because the first half must run before any key is cached. */
    @Test
    void aTokenThatCannotBeCheckedIsNeitherBelievedNorRefusedAndOneThatCanIsGoodWithoutKeycloak() throws Exception {
        var advocate = RealServices.tokensOf("amara.advocate");

        assertUnavailable(call(advocate)); // the connection is refused
        KEYS.start(KeyAddress::fail);
        assertUnavailable(call(advocate));
        KEYS.start(exchange -> KeyAddress.send(exchange, 200, "<html>no keys</html>"));
        assertUnavailable(call(advocate));
        KEYS.start(exchange -> KeyAddress.send(exchange, 200, "{\"keys\":"));
        assertUnavailable(call(advocate));
        var isOver = new CountDownLatch(1);
        KEYS.start(exchange -> KeyAddress.hang(exchange, isOver));
        assertUnavailable(call(advocate));
        isOver.countDown();
        assertThat(anonymous().status()).isEqualTo(401); // who brings no token needs no Keycloak

        KEYS.start(KeyAddress::answer);
        assertThat(call(advocate).status()).isEqualTo(200);
        var fetched = KEYS.fetched();
        assertThat(call(advocate).status()).isEqualTo(200);
        assertThat(KEYS.fetched()).as("keys are not fetched for each request").isEqualTo(fetched);
        assertThat(call(forged(advocate)).status()).isEqualTo(401);

        KEYS.stop();
        assertThat(call(advocate).status()).isEqualTo(200);
        assertThat(call(RealServices.tokensOf("beatrice.commissioner")).status())
                .isEqualTo(200); // another token, under a key that is known
        assertThat(call(Tokens.bearing("no.token.atall")).status()).isEqualTo(401);
        assertThat(call(altered(advocate)).status()).isEqualTo(401);
        assertUnavailable(call(forged(advocate))); // its key may be Keycloak's newest, for all that can be known

        KEYS.start(KeyAddress::answer);
        assertThat(call(forged(advocate)).status()).isEqualTo(401);
        assertThat(call(advocate).status()).isEqualTo(200);
    }

    private Answer call(Tokens tokens) {
        return candour().as(tokens).post("/api/sign-on");
    }

    private Answer anonymous() {
        return candour().post("/api/sign-on");
    }

    private ApiClient candour() {
        return ApiClient.at("http://localhost:" + port);
    }

    private static void assertUnavailable(Answer answer) {
        Outage.assertUnavailable(answer);
        assertThat(answer.text()).doesNotContainIgnoringCase("keycloak").doesNotContain("127.0.0.1");
    }

    /** The same claims, under a key that Keycloak does not have. */
    private static Tokens forged(Tokens tokens) throws JOSEException, java.text.ParseException {
        var key = new RSAKeyGenerator(2048).keyID("not-keycloaks").generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var claims = new HashMap<>(tokens.claims());
        claims.put("exp", Instant.now().plusSeconds(60).getEpochSecond());
        var token = new SignedJWT(header, JWTClaimsSet.parse(claims));
        token.sign(new RSASSASigner(key));
        return Tokens.bearing(token.serialize());
    }

    /** Another signature, under a key that is known. */
    private static Tokens altered(Tokens tokens) {
        var parts = tokens.accessToken().split("\\.", -1);
        var signature = new StringBuilder(parts[2]).reverse().toString();
        return Tokens.bearing(parts[0] + "." + parts[1] + "." + signature);
    }

    /** Where Candour fetches the keys: a port that stays the same while the server behind it comes and goes. */
    private static final class KeyAddress {
        private static final HttpClient HTTP = HttpClient.newHttpClient();
        private final int port = freePort();
        private final AtomicInteger fetched = new AtomicInteger();
        private @Nullable HttpServer server;

        interface Behaviour {
            void on(HttpExchange exchange) throws IOException;
        }

        String address() {
            return "http://127.0.0.1:" + port + "/certs";
        }

        int fetched() {
            return fetched.get();
        }

        void start(Behaviour behaviour) throws IOException {
            stop();
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "key-address");
                thread.setDaemon(true);
                return thread;
            }));
            started.createContext("/certs", exchange -> {
                fetched.incrementAndGet();
                behaviour.on(exchange);
            });
            started.start();
            server = started;
        }

        void stop() {
            if (server != null) {
                server.stop(0);
                server = null;
            }
        }

        static void answer(HttpExchange exchange) throws IOException {
            var certs = URI.create(RealServices.keycloak().issuer() + "/protocol/openid-connect/certs");
            try {
                send(
                        exchange,
                        200,
                        HTTP.send(HttpRequest.newBuilder(certs).build(), BodyHandlers.ofString())
                                .body());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        static void fail(HttpExchange exchange) throws IOException {
            send(exchange, 500, "{}");
        }

        static void hang(HttpExchange exchange, CountDownLatch isOver) throws IOException {
            try {
                isOver.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        }

        static void send(HttpExchange exchange, int status, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        private static int freePort() {
            try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** Tells Candour the other address, last, so that it wins. */
    static final class OtherKeyAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("other-keys", Map.of("keycloak.jwk-set-uri", KEYS.address())));
        }
    }
}
