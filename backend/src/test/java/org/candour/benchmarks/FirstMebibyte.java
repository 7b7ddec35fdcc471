package org.candour.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.candour.vault.AesWarmUp;
import org.candour.vault.FileField;
import org.candour.vault.TestVault;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how fast the first MiB is sealed in fresh JVMs, three without the warm-up and five with it. The target is 200 MB/s
 * on a host with a core to spare; the second figure, by the thread's own clock, holds on a busy one too.
 */
public final class FirstMebibyte {
    private static final int BYTES = 1 << 20;

    private FirstMebibyte() {}

    /**
     * Starts the JVMs, one after the other.
     *
     * @param arguments none; {@code cold} and {@code warm} are for the JVMs it starts
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 1) {
            measure(arguments[0].equals("warm"));
            return;
        }
        for (var kind : List.of("cold", "cold", "cold", "warm", "warm", "warm", "warm", "warm")) {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FirstMebibyte.class.getName(),
                            kind)
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static void measure(boolean isWarm) throws IOException {
        var began = System.nanoTime();
        var warmUp = new AesWarmUp();
        if (isWarm) {
            warmUp.begin();
            warmUp.await();
        }
        var warmMillis = (System.nanoTime() - began) / 1_000_000;
        var directory = Files.createTempDirectory("candour-first");
        try (var vault = TestVault.withKeys(directory);
                var sealing = vault.sealer().create(UUID.randomUUID(), Set.of(Compartment.FILES))) {
            var file = new FileField(Compartment.FILES, "first", UUID.randomUUID(), 1);
            var out = new ByteArrayOutputStream(2 * BYTES);
            var wall = System.nanoTime();
            var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try (var writing = sealing.seal(file, out)) {
                writing.write(new byte[BYTES]);
                writing.finish();
            }
            var cpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            var wallNanos = System.nanoTime() - wall;
            System.out.printf(
                    "%s: warm-up %d ms, first MiB %d MB/s by the clock, %d MB/s by the thread's%n",
                    isWarm ? "warm" : "cold", warmMillis, BYTES * 1000L / wallNanos, BYTES * 1000L / cpuNanos);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}
