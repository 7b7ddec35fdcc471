package org.candour.drills;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A process that is started, killed and started again, on one address. */
final class Killable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final String name;
    private final Supplier<List<String>> command;
    private final BooleanSupplier isReady;
    private final File log;
    private @Nullable Process process;
    private int endedByThemselves;

    Killable(String name, Path folder, Supplier<List<String>> command, BooleanSupplier isReady) {
        this.name = name;
        this.command = command;
        this.isReady = isReady;
        this.log = folder.resolve(name + ".log").toFile();
    }

    void start() {
        start(command.get());
    }

    synchronized void start(List<String> words) {
        try {
            process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it answers. One that has ended by itself, as Candour does where it finds no store, is started again. */
    void awaitReady() {
        var until = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(name + " has not started; its log: " + log);
            }
            startIfEnded();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private synchronized void startIfEnded() {
        if (process != null && !process.isAlive()) {
            endedByThemselves++;
            start();
        }
    }

    /** SIGKILL: nothing of the process runs after it. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Ends it in order. */
    void stop() {
        @Nullable Process running;
        synchronized (this) {
            running = process;
        }
        if (running != null) {
            running.destroy();
            running.onExit().join();
        }
    }

    synchronized int endedByThemselves() {
        return endedByThemselves;
    }
}
