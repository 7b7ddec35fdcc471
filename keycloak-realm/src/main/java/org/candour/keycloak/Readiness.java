package org.candour.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits until a server that was started as a process answers. */
final class Readiness {
    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    private final Process process;
    private final Duration patience;
    private final Consumer<String> progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(REQUEST).build();

    Readiness(Process process, Duration patience, Consumer<String> progress) {
        this.process = process;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Asks once a second until the answer is 200. Keycloak says no until the import is done.
     *
     * @throws IOException if the process ends, or our patience does
     */
    void await(String address) throws IOException {
        var began = System.nanoTime();
        var told = Duration.ZERO;
        while (!answers(address)) {
            var waited = Duration.ofNanos(System.nanoTime() - began);
            if (waited.compareTo(patience) > 0) {
                throw new IOException("Keycloak was not ready after " + patience.toSeconds() + " s");
            }
            if (waited.minus(told).compareTo(TELL_EVERY) > 0) {
                told = waited;
                progress.accept("Keycloak is starting (" + waited.toSeconds() + " s) ...");
            }
            pause();
        }
    }

    /**
     * Asks once.
     *
     * @throws IOException if the answer is not 200
     */
    void check(String address) throws IOException {
        if (!answers(address)) {
            throw new IOException("Keycloak is up, but does not answer at " + address);
        }
    }

    private void pause() throws IOException {
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                throw new IOException("Keycloak ended while starting, with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The start of Keycloak was interrupted", e);
        }
    }

    private boolean answers(String address) {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(REQUEST).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
