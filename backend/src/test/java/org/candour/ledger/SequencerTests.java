package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequencerTests {
    @TempDir
    Path directory;

    /** Whether the write before it was done or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void errorInTheSequencersThreadFailsItsBatchAndTheNextEntryIsAppended(boolean isWritten) throws IndexTaken {
        try (var store = new TestStore()) {
            var failing = spy(store.store);
            var isNext = new AtomicBoolean();
            doAnswer(
                            call -> { // before anything runs: a mock is not to be changed while other threads use it
                                var fails = isNext.getAndSet(false);
                                if (isWritten || !fails) {
                                    call.callRealMethod();
                                }
                                if (fails) {
                                    throw new OutOfMemoryError("The test says: no memory");
                                }
                                return null;
                            })
                    .when(failing)
                    .append(anyList());
            try (var parts = TestLedgers.parts(directory, failing)) {
                var ledger = new Ledger(parts);
                assertThat(ledger.append(TestEntries.refused())).isZero();
                isNext.set(true);

                assertThatExceptionOfType(LedgerUnavailable.class)
                        .isThrownBy(() -> ledger.append(TestEntries.refused()));

                assertThat(ledger.append(TestEntries.refused())).isEqualTo(isWritten ? 2 : 1);
                assertThat(store.store.entries(0, 10)).hasSize(isWritten ? 3 : 2);
                assertThat(ledger.proof(isWritten ? 2 : 1)).isPresent();
            }
        }
    }
}
