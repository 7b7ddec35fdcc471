package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.EntryBundle;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.TlogProof;
import org.candour.ledger.proof.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTests {
    @TempDir
    Path directory;

    private TestStore store;
    private LedgerParts parts;
    private Ledger ledger;

    @BeforeEach
    void start() {
        store = new TestStore();
        parts = TestLedgers.parts(directory, store.store);
        ledger = new Ledger(parts);
    }

    @AfterEach
    void stop() {
        parts.close();
        store.close();
    }

    @Test
    void receiptNamesWhatWasAdmitted() {
        ledger.append(TestEntries.refused());

        var receipt = ledger.admit(TestEntries.admitted());

        assertThat(receipt.index()).isEqualTo(1);
        assertThat(receipt.at()).isEqualTo(TestLedgers.CLOCK.instant());
        assertThat(receipt.act()).isEqualTo("OPEN_CASE");
        assertThat(receipt.object()).isEqualTo(TestEntries.CASE);
        assertThat(receipt.compartments()).containsExactlyInAnyOrder(Compartment.ACCOUNT, Compartment.IDENTITY);
    }

    @Test
    void receiptWorksOnce() {
        var receipt = ledger.admit(TestEntries.admitted());
        receipt.spend();

        assertThatExceptionOfType(ReceiptSpent.class).isThrownBy(receipt::spend);
    }

    @Test
    void nobodyOutsideTheRoomCanMakeAReceipt() {
        assertThat(Receipt.class.getDeclaredConstructors())
                .noneMatch(
                        maker -> Modifier.isPublic(maker.getModifiers()) || Modifier.isProtected(maker.getModifiers()));
        assertThat(Receipt.class.getModifiers()).matches(Modifier::isFinal);
        assertThat(Ledger.class.getDeclaredConstructors())
                .noneMatch(
                        maker -> Modifier.isPublic(maker.getModifiers()) || Modifier.isProtected(maker.getModifiers()));
    }

    @Test
    void thereIsNoReceiptForARefusalAndNothingIsWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.admit(TestEntries.refused()));

        assertThat(ledger.entry(0)).isEmpty();
    }

    @Test
    void thereIsNoReceiptWithoutAnObjectAndNothingIsWritten() {
        var entry = new Entry(
                "a",
                "b",
                "c",
                "d",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                "e",
                Outcome.ADMITTED,
                Optional.empty(),
                Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(() -> ledger.admit(entry));
        assertThat(ledger.entry(0)).isEmpty();
    }

    @Test
    void thereIsNoReceiptIfTheStoreIsDown() {
        ledger.append(TestEntries.refused());
        store.stop();

        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> ledger.admit(TestEntries.admitted()));
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> ledger.append(TestEntries.refused()));
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(ledger::checkpoint);
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> ledger.proof(0));
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> ledger.entryBundle(0));
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> ledger.entriesOf(TestEntries.CASE, Long.MAX_VALUE, 10));
    }

    @Test
    void entriesOfACaseComeNewestFirstInPages() {
        var other = UUID.randomUUID();
        for (int i = 0; i < 6; i++) {
            ledger.append(TestEntries.admitted(i % 2 == 0 ? TestEntries.CASE : other, "purpose " + i));
        }

        var newest = ledger.entriesOf(TestEntries.CASE, Long.MAX_VALUE, 2);
        var older = ledger.entriesOf(TestEntries.CASE, newest.get(1).index(), 2);

        assertThat(newest).extracting(Recorded::index).containsExactly(4L, 2L);
        assertThat(older).extracting(Recorded::index).containsExactly(0L);
        assertThat(older.get(0).entry()).isEqualTo(TestEntries.admitted(TestEntries.CASE, "purpose 0"));
        assertThat(ledger.entriesOf(UUID.randomUUID(), Long.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    void pagesOfNothingOrTooMuchAreRefused() {
        for (int limit : new int[] {-1, 0, 1_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ledger.entriesOf(TestEntries.CASE, Long.MAX_VALUE, limit));
        }
    }

    @Test
    void everyEntryHasAProofThatHolds() throws ProofRejected {
        for (int i = 0; i < 20; i++) {
            ledger.append(TestEntries.refused());
        }
        var key = VerifierKey.parse(ledger.verifierKey());
        for (int i = 0; i < 20; i++) {
            var proof = TlogProof.parse(ledger.proof(i).orElseThrow().getBytes(UTF_8));

            assertThat(proof.check(ledger.entry(i).orElseThrow(), key).size()).isEqualTo(20);
        }
        assertThat(ledger.proof(20)).isEmpty();
        assertThat(ledger.proof(-1)).isEmpty();
    }

    @Test
    void entryThatWasChangedInTheStoreHasNoProof() {
        ledger.append(TestEntries.refused());
        ledger.append(TestEntries.refused());
        store.tamper(0);

        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> ledger.proof(0));
        assertThat(ledger.proof(1)).isPresent();
    }

    @Test
    void bundlesHoldTheEntriesInTheirOrder() throws ProofRejected {
        for (int i = 0; i < 300; i++) {
            parts.log().append(List.of(TestBatches.pending()));
        }

        assertThat(EntryBundle.decode(ledger.entryBundle(0).orElseThrow())).hasSize(256);
        assertThat(EntryBundle.decode(ledger.entryBundle(1).orElseThrow()))
                .hasSize(44)
                .startsWith(ledger.entry(256).orElseThrow());
        assertThat(ledger.entryBundle(2)).isEmpty();
        assertThat(ledger.entryBundle(-1)).isEmpty();
        assertThat(ledger.entryBundle(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void checkpointIsOfAllThatIsDurable() throws ProofRejected {
        var key = VerifierKey.parse(ledger.verifierKey());
        assertThat(Checkpoint.open(ledger.checkpoint().getBytes(UTF_8), key).size())
                .isZero();

        ledger.append(TestEntries.refused());

        assertThat(Checkpoint.open(ledger.checkpoint().getBytes(UTF_8), key).size())
                .isOne();
        assertThat(ledger.checkpoint()).isEqualTo(ledger.checkpoint());
    }

    @Test
    void statementIsSignedByTheSameKey() throws ProofRejected {
        var key = VerifierKey.parse(ledger.verifierKey());

        var note = ledger.sign(List.of("candour receipt v1", "ledger 7"));

        assertThat(key.open(note.getBytes(UTF_8))).isEqualTo("candour receipt v1\nledger 7\n");
    }

    @Test
    void statementThatCouldPassForACheckpointIsNotSigned() {
        var root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        for (var lines : List.of(
                List.of("candour.example/ledger", "a", "b"),
                List.of(" candour.example/ledger "),
                List.of("another.example/ledger", "0", root),
                List.of("another.example/ledger", "007", root, "more"),
                List.of("another.example/ledger", "7 ", root.substring(0, 43)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ledger.sign(lines));
        }
    }

    @Test
    void statementWithoutAKindOrWithSmuggledLinesIsNotSigned() {
        for (var lines : List.of(
                List.<String>of(),
                List.of(""),
                List.of(" "),
                List.of("receipt", "two\nlines"),
                List.of("receipt", "return\r"),
                List.of("receipt", "x".repeat(10_001)),
                List.of("receipt", "half a pair \ud800"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ledger.sign(lines));
        }
    }
}
