package org.candour.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.candour.ledger.Compartment;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Seals and opens files of zeros, under keys of their own, while the rest of the application starts, and lets it be ready only
 * afterwards. In a fresh JVM the first 50 to 100 MiB pass at some 30 MB/s, because the JDK's AES-GCM is interpreted until it
 * has been called often enough; a JVM that met only whole chunks falls back there at the first file that ends otherwise.
 */
public final class AesWarmUp implements ApplicationListener<SpringApplicationEvent> {
    /** About 1 s of one core for all; with half as many the first MiB was still slow one time in two. */
    static final int ROUNDS = 2500;

    /** An empty last chunk, a short one, a full one and a short one: few bytes, since what counts is the number of calls. */
    private static final List<Integer> LENGTHS = List.of(0, 1_000, 17_000);

    private final FutureTask<Void> work;

    public AesWarmUp() {
        this(ROUNDS);
    }

    AesWarmUp(int rounds) {
        work = new FutureTask<>(() -> sealAndOpen(rounds), null);
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationStartingEvent) {
            begin();
        } else if (event instanceof ApplicationStartedEvent) {
            await();
        }
    }

    /** Begins, in a thread of its own. */
    public void begin() {
        var thread = new Thread(work, "aes-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Returns once it is done, which is here and now if nobody began it.
     *
     * @throws IllegalStateException if this JVM cannot seal and open: then it must not start
     */
    public void await() {
        work.run();
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("This JVM does not seal and open", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isDone() {
        return work.isDone();
    }

    private static void sealAndOpen(int rounds) {
        var random = new SecureRandom();
        var zeros = new byte[17_000];
        for (var round = 0; round < rounds; round++) {
            var key = DataKey.create(Compartment.FILES, random);
            try (var keys = new HeldKeys(UUID.randomUUID(), Set.of(Compartment.FILES), List.of(key), random)) {
                for (var length : LENGTHS) {
                    sealAndOpen(keys, zeros, length);
                }
            } catch (IOException e) {
                throw new IllegalStateException("Nothing here leaves the memory", e);
            }
        }
    }

    private static void sealAndOpen(HeldKeys keys, byte[] zeros, int length) throws IOException {
        var file = new FileField(Compartment.FILES, "warm-up", UUID.randomUUID(), 1);
        var sealed = new ByteArrayOutputStream(2 * zeros.length);
        try (var writing = keys.seal(file, sealed)) {
            writing.write(zeros, 0, length);
            writing.finish();
        }
        try (var reading = keys.read(file, new ByteArrayInputStream(sealed.toByteArray()))) {
            if (reading.transferTo(OutputStream.nullOutputStream()) != length) {
                throw new IllegalStateException("A file did not come back whole");
            }
        }
    }
}
