package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A small S3: puts with a condition, gets, lists, and signatures checked by the published steps of Signature Version 4,
 * written here apart from the library that signs.
 */
final class TestBucket implements AutoCloseable {
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    final TreeMap<String, String> objects = new TreeMap<>();
    private final HttpServer server;
    volatile boolean isBroken;
    final AtomicInteger requests = new AtomicInteger();

    TestBucket() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getRawPath();
            if (isBroken) {
                send(exchange, 503, "");
            } else if (!isSigned(exchange, body)) {
                send(exchange, 403, "");
            } else if (path.equals("/evidence")) {
                send(exchange, 200, list(exchange.getRequestURI().getRawQuery()));
            } else if (exchange.getRequestMethod().equals("PUT")) {
                put(exchange, path, new String(body, UTF_8));
            } else {
                var object = objects.get(path.substring("/evidence/".length()));
                send(exchange, object == null ? 404 : 200, Objects.requireNonNullElse(object, ""));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void put(HttpExchange exchange, String path, String text) throws IOException {
        var name = path.substring("/evidence/".length());
        if (!"*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            send(exchange, 400, "");
        } else if (objects.putIfAbsent(name, text) == null) {
            send(exchange, 200, "");
        } else {
            send(exchange, 412, "");
        }
    }

    private String list(String query) {
        var parameters = Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        return objects.keySet().stream()
                .filter(key ->
                        key.startsWith(parameters.get("prefix")) && key.compareTo(parameters.get("start-after")) > 0)
                .limit(Integer.parseInt(parameters.get("max-keys")))
                .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                .collect(Collectors.joining("", "<ListBucketResult>", "</ListBucketResult>"));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        var given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null || !given.startsWith("AWS4-HMAC-SHA256 Credential=key-id/")) {
            return false;
        }
        var scope = given.substring(given.indexOf("key-id/") + 7, given.indexOf(", SignedHeaders"));
        var names = given.substring(given.indexOf("SignedHeaders=") + 14, given.indexOf(", Signature="));
        var headers = Arrays.stream(names.split(";", -1))
                .map(name ->
                        name + ":" + exchange.getRequestHeaders().getFirst(name).strip() + "\n")
                .collect(Collectors.joining());
        var query = exchange.getRequestURI().getRawQuery();
        var sorted = query == null
                ? ""
                : Arrays.stream(query.split("&", -1)).sorted().collect(Collectors.joining("&"));
        var hash = sha256(body);
        var canonical = String.join(
                "\n", exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), sorted, headers, names, hash);
        var toSign = "AWS4-HMAC-SHA256\n" + exchange.getRequestHeaders().getFirst("X-Amz-Date") + "\n" + scope + "\n"
                + sha256(canonical.getBytes(UTF_8));
        var key = ("AWS4" + SECRET).getBytes(UTF_8);
        for (var part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return hash.equals(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"))
                && names.contains("host")
                && given.endsWith("Signature=" + HexFormat.of().formatHex(hmac(key, toSign)));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
