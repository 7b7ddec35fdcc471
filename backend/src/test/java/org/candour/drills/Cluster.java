package org.candour.drills;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.CandourApplication;
import org.candour.development.ApiClient;

/** A store and two Candours, each a process of its own, on one database, one vault, one log and one checkpoint directory. */
final class Cluster implements AutoCloseable {
    static final int INSTANCES = 2;

    final StandInRealm realm;
    final Path folder;
    final Optional<Killable> store;
    final String mongodbUri;
    final List<Killable> candours;
    final List<String> addresses;

    private final Launch launch;
    private final List<String> settings;

    /** @param mongodb a server to use instead of the embedded store; it is not killed then */
    Cluster(Path folder, Optional<String> mongodb) throws IOException {
        this.folder = folder;
        realm = StandInRealm.start();
        launch = Launch.packedIn(Files.createDirectories(folder.resolve("launch")));
        Files.createDirectories(temporary());
        int storePort = freePort();
        var data = folder.resolve("store");
        store = mongodb.isPresent()
                ? Optional.empty()
                : Optional.of(new Killable(
                        "store",
                        folder,
                        () -> launch.java(
                                temporary(), DrilledStore.class, List.of(data.toString(), String.valueOf(storePort))),
                        () -> isListening(storePort)));
        mongodbUri = mongodb.orElseGet(() -> "mongodb://127.0.0.1:" + storePort + "/drill-" + UUID.randomUUID());
        settings = settings();
        var ports = Stream.generate(Cluster::freePort).limit(INSTANCES).toList();
        addresses = ports.stream().map(port -> "http://127.0.0.1:" + port).toList();
        candours = ports.stream().map(this::candour).toList();
    }

    private Killable candour(int port) {
        return new Killable(
                "candour-" + port,
                folder,
                () -> launch.java(temporary(), CandourApplication.class, arguments(port)),
                () -> answers("http://127.0.0.1:" + port));
    }

    private List<String> arguments(int port) {
        return Stream.concat(Stream.of("--server.port=" + port), settings.stream())
                .toList();
    }

    /** As the development start has them, but for the port of health and metrics, which nothing here asks. */
    private List<String> settings() throws IOException {
        var passphrase = Files.writeString(folder.resolve("passphrase"), "for-tests-and-demonstration-only");
        return List.of(
                "--management.server.port=-1",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--keycloak.auth-server-url=" + realm.address(),
                "--spring.mongodb.uri=" + mongodbUri,
                "--candour.vault.directory=" + folder.resolve("vault"),
                "--candour.vault.passphrase-file=" + passphrase,
                "--candour.ledger.origin=candour.example/drill",
                "--candour.ledger.key-file=" + folder.resolve("ledger-key.pem"),
                "--candour.ledger.passphrase-file=" + passphrase,
                "--candour.ledger.checkpoint-directory=" + folder.resolve("checkpoints"),
                "--candour.ledger.checkpoint-every=1s",
                "--candour.access.forces-file="
                        + Path.of("../config/forces.yml").toAbsolutePath().normalize(),
                "--candour.casework.timers.directory="
                        + Path.of("../config/timers").toAbsolutePath().normalize(),
                "--candour.casework.proceedings.outcomes-file="
                        + Path.of("../config/outcomes.yml").toAbsolutePath().normalize(),
                "--candour.casework.risk.directory="
                        + Path.of("../config/risk").toAbsolutePath().normalize());
    }

    /** Starts all, the first Candour alone, so that there is one history of who made the keys. */
    void start(boolean withArchive) {
        store.ifPresent(Killable::start);
        store.ifPresent(Killable::awaitReady);
        if (withArchive) {
            var port =
                    Integer.parseInt(addresses.get(0).substring(addresses.get(0).lastIndexOf(':') + 1));
            candours.get(0).start(launch.training(temporary(), CandourApplication.class, arguments(port)));
            candours.get(0).awaitReady();
            candours.get(0).stop();
        }
        for (var candour : candours) {
            candour.start();
            candour.awaitReady();
        }
    }

    void awaitReady() {
        store.ifPresent(Killable::awaitReady);
        candours.forEach(Killable::awaitReady);
    }

    Path temporary() {
        return folder.resolve("temporary");
    }

    Stored stored() {
        return new Stored(mongodbUri);
    }

    @Override
    public void close() {
        for (var candour : candours) {
            candour.kill();
        }
        if (store.isPresent()) {
            store.get().kill();
        } else {
            drop();
        }
        realm.close();
    }

    private void drop() {
        try (var client = MongoClients.create(mongodbUri)) {
            client.getDatabase(Objects.requireNonNull(new ConnectionString(mongodbUri).getDatabase()))
                    .drop();
        }
    }

    private static boolean answers(String address) {
        try {
            return ApiClient.at(address).get("/api/ledger/verifier-key").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
