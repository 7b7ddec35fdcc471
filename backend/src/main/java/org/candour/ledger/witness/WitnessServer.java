package org.candour.ledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gives a witness an HTTP address. TLS, where it is wanted, ends in front of it. */
final class WitnessServer implements AutoCloseable {
    /** A checkpoint with 16 post-quantum signatures and a proof of 63 lines is smaller. */
    private static final int MAX_REQUEST_BYTES = 128 * 1024;

    private static final int THREADS = 4;

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    WitnessServer(Witness witness, InetSocketAddress address) throws IOException {
        this.witness = witness;
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    WitnessServer start() {
        server.start();
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answerTo(exchange));
        }
    }

    private Answer answerTo(HttpExchange exchange) {
        if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
            return Answer.refused(404);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.refused(405);
        }
        try {
            var body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES + 1);
            return body.length > MAX_REQUEST_BYTES ? Answer.refused(413) : witness.add(body);
        } catch (IOException | RuntimeException e) {
            return Answer.refused(500); // nothing was cosigned
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
