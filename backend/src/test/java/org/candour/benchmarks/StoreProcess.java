package org.candour.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.candour.drills.DrilledStore;

/** The store that is measured against: the server that {@code CANDOUR_TEST_MONGODB_URI} names, else an embedded one, apart. */
public final class StoreProcess implements AutoCloseable {
    private final String address;
    private final Optional<Process> process;

    private StoreProcess(String address, Optional<Process> process) {
        this.address = address;
        this.process = process;
    }

    /** Starts one, whose files lie in {@code folder}. */
    public static StoreProcess start(Path folder) throws IOException {
        var server = System.getenv("CANDOUR_TEST_MONGODB_URI");
        if (server != null) {
            return new StoreProcess(server, Optional.empty());
        }
        int port = freePort();
        var log = Files.createDirectories(folder).resolve("store.log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrilledStore.class.getName(),
                        folder.resolve("store").toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(log).contains("mongodb://"));
        return new StoreProcess("mongodb://127.0.0.1:" + port, Optional.of(process));
    }

    /** Where a client finds it. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroyForcibly);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
