package org.candour.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.Cosigner;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.NoteSigner;
import org.candour.ledger.proof.Policy;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.TestKeys;
import org.candour.ledger.proof.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);
    private static final NoteSigner LOG = new NoteSigner("log.example/a", TestKeys.ed25519(1));
    private static final Cosigner SECOND = Cosigner.of("log.example/a", TestKeys.mlDsa44(2));
    private static final List<Cosigner> OURS = List.of(
            Cosigner.of("witness.example/w", TestKeys.ed25519(3)),
            Cosigner.of("witness.example/w", TestKeys.mlDsa44(4)));

    @TempDir
    Path directory;

    private KnownLogs known;
    private Witness witness;

    @BeforeEach
    void start() throws IOException {
        known = new KnownLogs(directory);
        witness = witness(CLOCK);
    }

    @AfterEach
    void stop() throws IOException {
        known.close();
    }

    private Witness witness(Clock clock) {
        return new Witness(List.of(LOG.verifierKey(), SECOND.verifierKey()), OURS, known, clock);
    }

    static Tree tree(int size) {
        return tree(size, 0);
    }

    private static Tree tree(int size, int salt) {
        return Tree.empty()
                .plus(IntStream.range(0, size)
                        .mapToObj(i -> Hash.ofLeaf(new byte[] {(byte) i, (byte) salt}))
                        .toList());
    }

    private static String signed(Tree tree) {
        var text = new Checkpoint("log.example/a", tree.size(), tree.root()).text();
        return LOG.sign(text) + SECOND.line(text, CLOCK.instant());
    }

    static byte[] request(int old, Tree tree) {
        var proof = new StringBuilder();
        if (old > 0) {
            tree.consistency(old, (level, number) -> {
                        throw new AssertionError("a small tree has no full tile");
                    })
                    .forEach(hash -> proof.append(hash.base64()).append('\n'));
        }
        return request("old " + old + "\n" + proof, signed(tree));
    }

    private static byte[] request(String head, String note) {
        return (head + "\n" + note).getBytes(UTF_8);
    }

    private int status(byte[] request) throws IOException {
        return witness.add(request).status();
    }

    /** Whatever was refused, the witness still knows exactly this. */
    private void knows(int size) throws IOException {
        assertThat(witness.add(request(200, tree(250)))).isEqualTo(Answer.conflict(size));
    }

    @Test
    void growingLogIsCosignedWithBothKeys() throws IOException, ProofRejected {
        assertThat(status(request(0, tree(5)))).isEqualTo(200);

        var answer = witness.add(request(5, tree(9)));

        var keys = witness.verifierKeys();
        var policy = new Policy(LOG.verifierKey(), Optional.of(SECOND.verifierKey()), keys, 1);
        assertThat(policy.open((signed(tree(9)) + answer.body()).getBytes(UTF_8))
                        .cosigned())
                .containsEntry("witness.example/w", CLOCK.instant());
        assertThat(answer.body().lines()).hasSize(2).allMatch(line -> line.startsWith("— witness.example/w "));
        for (var key : keys) {
            assertThat(key.signedAt((signed(tree(9)) + answer.body()).getBytes(UTF_8)))
                    .isPresent();
        }
        knows(9);
    }

    @Test
    void sameCheckpointIsCosignedAgain() throws IOException {
        assertThat(status(request(0, tree(5)))).isEqualTo(200);

        assertThat(status(request(5, tree(5)))).isEqualTo(200);
        knows(5);
    }

    @Test
    void otherTreeIsNeverCosigned() throws IOException {
        assertThat(status(request(0, tree(5)))).isEqualTo(200);

        assertThat(status(request(5, tree(9, 1)))).isEqualTo(422);
        assertThat(witness.add(request(5, tree(5, 1)))).isEqualTo(Answer.conflict(5));
        assertThat(status(request("old 5\n", signed(tree(9))))).isEqualTo(422);
        assertThat(status(request("old 5\n" + tree(1).root().base64() + "\n", signed(tree(5)))))
                .isEqualTo(422);
        knows(5);
    }

    @Test
    void logThatWasRolledBackIsRefusedAndToldTheSize() throws IOException {
        assertThat(status(request(0, tree(9)))).isEqualTo(200);

        assertThat(witness.add(request(0, tree(5)))).isEqualTo(Answer.conflict(9));
        assertThat(witness.add(request(5, tree(5)))).isEqualTo(Answer.conflict(9));
        assertThat(status(request("old 9\n", signed(tree(5))))).isEqualTo(400);
        knows(9);
    }

    @Test
    void proofFromNothingMustBeEmpty() throws IOException {
        assertThat(status(request("old 0\n" + tree(1).root().base64() + "\n", signed(tree(5)))))
                .isEqualTo(422);
        knows(0);
    }

    @Test
    void unknownLogIsNotFoundAndUnknownKeyForbidden() throws IOException {
        var text = new Checkpoint("log.example/b", 5, tree(5).root()).text();
        var stranger = new NoteSigner("log.example/a", TestKeys.ed25519(9));

        assertThat(status(request("old 0\n", new NoteSigner("log.example/b", TestKeys.ed25519(1)).sign(text))))
                .isEqualTo(404);
        assertThat(status(request("old 0\n", stranger.sign(text.replace("/b", "/a")))))
                .isEqualTo(403);
        knows(0);
    }

    @Test
    void checkpointWithOneWrongSignatureOfAKnownKeyIsForbidden() throws IOException {
        var right = LOG.sign(new Checkpoint("log.example/a", 5, tree(5).root()).text());
        var wrong = SECOND.line(new Checkpoint("log.example/a", 6, tree(6).root()).text(), CLOCK.instant());

        assertThat(status(request("old 0\n", right + wrong))).isEqualTo(403);
        knows(0);
    }

    @Test
    void malformedRequestIsRefused() throws IOException {
        var note = signed(tree(5));
        for (var request : List.of(
                "",
                "\n",
                note,
                "old 0\n",
                "old 0\n" + note,
                "old 00\n\n" + note,
                "old -1\n\n" + note,
                "old 0 \n\n" + note,
                "old 99999999999999999999\n\n" + note,
                "Old 0\n\n" + note,
                "old 0\nnot base64\n\n" + note,
                "old 0\n" + (tree(1).root().base64() + "\n").repeat(64) + "\n" + note,
                "old 6\n\n" + note,
                "old 0\n\n" + note.replace("log.example/a\n5", "log.example/a\n05"),
                "old 0\n\nno checkpoint\n\n— x AAAAAAA=\n")) {
            assertThat(status(request.getBytes(UTF_8))).as(request).isEqualTo(400);
        }
        assertThat(status(new byte[] {(byte) 0xff, '\n', '\n'})).isEqualTo(400);
        knows(0);
    }

    @Test
    void whatItKnewOutlivesTheProcessAndIsNotTakenFromAnybodyElse() throws IOException {
        assertThat(status(request(0, tree(9)))).isEqualTo(200);
        known.close();
        known = new KnownLogs(directory);
        witness = witness(CLOCK);
        knows(9);

        try (var files = Files.newDirectoryStream(directory, "*.checkpoint")) {
            var file = files.iterator().next();
            Files.writeString(file, Files.readString(file).replace("\n9\n", "\n5\n"));
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> witness.add(request(5, tree(9))));
    }

    @Test
    void secondWitnessOnOneDirectoryDoesNotStart() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new KnownLogs(directory));
    }

    @Test
    void nothingIsCosignedThatCouldNotBeRemembered() throws IOException {
        try (var other = new KnownLogs(directory.resolve("gone"))) {
            witness = new Witness(List.of(LOG.verifierKey()), OURS, other, CLOCK);
            Files.delete(directory.resolve("gone/lock"));
            Files.delete(directory.resolve("gone"));
            Files.writeString(directory.resolve("gone"), "a file in its place");

            assertThatExceptionOfType(IOException.class).isThrownBy(() -> witness.add(request(0, tree(5))));
        }
    }

    @Test
    void clockSetBackGivesNoCosignatureAnEarlierTime() throws IOException, ProofRejected {
        assertThat(status(request(0, tree(5)))).isEqualTo(200);
        witness = witness(Clock.offset(CLOCK, Duration.ofDays(-1)));

        var lines = witness.add(request(5, tree(9))).body();

        assertThat(witness.verifierKeys().get(0).signedAt((signed(tree(9)) + lines).getBytes(UTF_8)))
                .hasValue(CLOCK.instant().getEpochSecond());
    }

    @Test
    void ofManyRequestsAtOnceExactlyOneForEachSizeIsCosigned() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var answers = threads.invokeAll(IntStream.range(0, 16)
                    .<Callable<Answer>>mapToObj(i -> () -> witness.add(request(0, tree(10 + i))))
                    .toList());

            int cosigned = 0;
            for (var answer : answers) {
                cosigned += answer.get().status() == 200 ? 1 : 0;
            }
            assertThat(cosigned).isOne();
        } finally {
            threads.shutdownNow();
        }
    }
}
