package org.candour.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.candour.ledger.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What custodians do together at the machine, as they type it. */
class EscrowCommandTests {
    @TempDir
    Path shares;

    private final TestCustody custody = new TestCustody();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private List<String> files;
    private String typed = "the passphrase of them all";

    @BeforeEach
    void start() {
        files = Stream.of("kit", "kim", "kay")
                .map(name -> shares.resolve(name).toString())
                .toList();
        custody.access.ledger.fresh();
    }

    @AfterEach
    void stop() {
        custody.close();
    }

    @Test
    void threeSharesAreMadeAndTwoBringTheKeysBack() throws IOException {
        assertThat(run("split", files.get(0), files.get(1), files.get(2))).isEqualTo(KeysCommand.DONE);
        custody.access.vault.loseKeyStore();
        var object = custody.sealed.keySet().iterator().next();
        assertThatThrownBy(() -> custody.opens(custody.access.vault.restarted(), object))
                .isInstanceOf(Unavailable.class);

        assertThat(run("recover", files.get(2), files.get(0))).isEqualTo(KeysCommand.DONE);

        assertThat(custody.opens(custody.access.vault.restarted(), object)).isTrue();
        assertThat(custody.access.ledger.fresh())
                .extracting(recorded ->
                        recorded.entry().act() + ": " + recorded.entry().purpose())
                .containsExactly(
                        "SPLIT_ESCROW: KEY_CUSTODY: a new split of 3 shares, of which 2 open",
                        "RECOVER_KEYS: KEY_CUSTODY: recovery with shares 3 and 1");
    }

    @Test
    void withoutTheLedgerNothingIsOpened() throws IOException {
        run("split", files.get(0), files.get(1), files.get(2));
        custody.access.vault.loseKeyStore();
        custody.access.ledger.close();

        assertThat(run("recover", files.get(0), files.get(1))).isEqualTo(KeysCommand.UNUSABLE);

        assertThatThrownBy(() -> custody.opens(
                        custody.access.vault.restarted(),
                        custody.sealed.keySet().iterator().next()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aSplitThatCannotBeHandedOutLeavesTheEarlierOneInForce() throws IOException {
        run("split", files.get(0), files.get(1), files.get(2));
        var others = Files.createDirectory(shares.resolve("others"));
        var third = Files.writeString(others.resolve("3"), "taken").toString();

        assertThat(run("split", others + "/1", others + "/2", third)).isEqualTo(KeysCommand.REFUSED);
        custody.access.vault.loseKeyStore();

        assertThat(run("recover", files.get(0), files.get(1))).isEqualTo(KeysCommand.DONE);
    }

    @Test
    void aWrongPassphraseOneShareOrNoCommandIsRefusedAndNotOnTheLedger() {
        run("split", files.get(0), files.get(1), files.get(2));
        custody.access.ledger.fresh();
        typed = "the passphrase of somebody";

        assertThat(run("recover", files.get(0), files.get(1))).isEqualTo(KeysCommand.REFUSED);
        assertThat(run("recover", files.get(0))).isEqualTo(KeysCommand.UNUSABLE);
        assertThat(run("split", files.get(0))).isEqualTo(KeysCommand.UNUSABLE);
        typed = "short";
        assertThat(run("split", files.get(0) + 1, files.get(1) + 1, files.get(2) + 1))
                .isEqualTo(KeysCommand.REFUSED);

        assertThat(custody.access.ledger.fresh()).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("the passphrase of");
    }

    private int run(String... words) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new EscrowCommand(
                        custody.access.vault.escrow(),
                        custody.access.ledger.ledger(),
                        asked -> typed.toCharArray(),
                        out)
                .run(List.of(words));
    }
}
