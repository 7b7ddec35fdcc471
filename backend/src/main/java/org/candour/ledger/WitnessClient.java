package org.candour.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.Policy;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.Tiles;
import org.candour.ledger.proof.Tree;
import org.candour.ledger.proof.VerifierKey;

/** Asks one witness for cosignatures (C2SP tlog-witness), and believes none of them unchecked. For one thread. */
final class WitnessClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

    private final URI url;
    private final List<VerifierKey> keys;
    private final Tiles tiles;
    private final BoundedHttp http = new BoundedHttp(TIMEOUT);
    /** What the witness is believed to have cosigned last; it corrects us. */
    private long known;

    /** The witness knows a larger log, or another. */
    static final class Disagreement extends Exception {
        private final long size;

        private Disagreement(long size) {
            super("The witness knows a log of " + size + " entries");
            this.size = size;
        }

        /** Of the log that it knows. */
        long size() {
            return size;
        }
    }

    /** @throws IllegalArgumentException if a key cannot be read or cosigns nothing, or their names differ */
    WitnessClient(WatchSettings.WitnessSettings settings, Tiles tiles) {
        this.url = URI.create(settings.url() + "/add-checkpoint");
        this.keys = settings.verifierKey().stream().map(WitnessClient::key).toList();
        this.tiles = tiles;
        if (keys.stream().anyMatch(key -> !key.isCosigner() || !key.name().equals(name()))) {
            throw new IllegalArgumentException("The keys of a witness cosign and have one name: " + settings.url());
        }
    }

    private static VerifierKey key(String encoded) {
        try {
            return VerifierKey.parse(encoded);
        } catch (ProofRejected e) {
            throw new IllegalArgumentException("The verifier key of a witness cannot be read", e);
        }
    }

    String name() {
        return keys.get(0).name();
    }

    /** The id of its first key: short, and safe in a file name. */
    String id() {
        return keys.get(0).idInHex();
    }

    /**
     * The signature lines of the witness for a checkpoint.
     *
     * @param log what the checkpoint itself must hold
     * @param tree the tree that was signed
     * @throws IOException if it does not answer as the protocol says
     * @throws ProofRejected if what it answers is no cosignature of this checkpoint
     * @throws Disagreement if it knows another history
     */
    String cosign(String note, Tree tree, Policy log) throws IOException, ProofRejected, Disagreement {
        var answer = ask(note, tree);
        if (answer.statusCode() == 409) {
            known = size(answer);
            if (known > tree.size()) {
                throw new Disagreement(known);
            }
            answer = ask(note, tree);
        }
        return switch (answer.statusCode()) {
            case 200 -> checked(note, tree.size(), text(answer), log);
            case 409, 422 -> throw new Disagreement(known);
            default -> throw new IOException("The witness answered " + answer.statusCode());
        };
    }

    private HttpResponse<byte[]> ask(String note, Tree tree) throws IOException {
        var proof = known == 0 || known > tree.size() ? List.<Hash>of() : tree.consistency(known, tiles);
        var body = "old " + Math.min(known, tree.size()) + "\n"
                + proof.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining()) + "\n" + note;
        return http.send(HttpRequest.newBuilder(url)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static long size(HttpResponse<byte[]> answer) throws IOException {
        var size = SIZE.matcher(text(answer));
        if (!size.matches()) {
            throw new IOException("The witness told no size");
        }
        return Long.parseLong(size.group(1));
    }

    private String checked(String note, long size, String answer, Policy log) throws ProofRejected {
        var lines = answer.lines()
                .filter(line -> line.startsWith("— " + name() + " "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        require(note, lines, log);
        known = size;
        return lines;
    }

    /** @throws ProofRejected unless the lines cosign the checkpoint with a key of this witness, and nothing else is in them */
    void require(String note, String lines, Policy log) throws ProofRejected {
        if (!lines.lines().allMatch(line -> line.startsWith("— " + name() + " "))) {
            throw new ProofRejected("Not lines of " + name());
        }
        var cosigned = new Policy(log.log(), log.second(), keys, 1);
        var unused = cosigned.open((note + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
