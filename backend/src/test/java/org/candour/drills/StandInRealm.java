package org.candour.drills;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stands in for Keycloak where many processes start and end: signs access tokens with the claims that the realm gives, and
 * serves the key that Candour checks them with, at the address where Keycloak has it.
 */
public final class StandInRealm implements AutoCloseable {
    private static final Duration LIFESPAN = Duration.ofHours(12);
    private static final String REALM = "/realms/candour";

    private final RSAKey key;
    private final HttpServer server;

    private StandInRealm(RSAKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    /** Starts on a free port of the loopback interface. */
    public static StandInRealm start() throws IOException {
        try {
            var key = new RSAKeyGenerator(2048).keyID("drill").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
            server.createContext(REALM + "/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.start();
            return new StandInRealm(key, server);
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    /** Where Candour is told that Keycloak is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An access token of somebody new who holds one role, and serves in a body unless that is empty. */
    public String token(String role, String organisation) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address() + REALM)
                .subject(UUID.randomUUID().toString())
                .audience("candour-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFESPAN)))
                .claim("typ", "Bearer")
                .claim("acr", "2")
                .claim("level_times", Map.of("1", now.getEpochSecond(), "2", now.getEpochSecond()))
                .claim("realm_access", Map.of("roles", List.of(role)));
        if (!organisation.isEmpty()) {
            claims.claim("organisation", organisation);
        }
        return signed(claims.claim("given_name", "Somebody")
                .claim("family_name", "Drilling")
                .build());
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
