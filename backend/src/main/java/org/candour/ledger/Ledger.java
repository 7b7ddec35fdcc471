package org.candour.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The record. Every method that appends returns only after the entry is durable. */
@Component
public class Ledger {
    /**
     * Records an admission of an act on one object.
     *
     * @throws IllegalArgumentException unless {@code entry} is an admission that names its object
     * @throws LedgerUnavailable if the entry could not be made durable; nothing may be opened then
     */
    public Receipt admit(Entry entry) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records a refusal, or an admission that opens no one object, and returns its index.
     *
     * @throws LedgerUnavailable if the entry could not be made durable
     */
    public long append(Entry entry) {
        throw new UnsupportedOperationException();
    }

    /** The entries that concern a case, newest first, at most {@code limit}, all of them older than index {@code before}. */
    public List<Recorded> entriesOf(UUID caseId, long before, int limit) {
        throw new UnsupportedOperationException();
    }

    /** A checkpoint (C2SP tlog-checkpoint: a signed note) of everything durable at this moment. */
    public String checkpoint() {
        throw new UnsupportedOperationException();
    }

    /** An offline proof (C2SP tlog-proof) that the entry is in the log, under a fresh checkpoint; empty if there is no such entry. */
    public Optional<String> proof(long index) {
        throw new UnsupportedOperationException();
    }

    /** Entry bundle {@code number} (C2SP tlog-tiles: up to 256 entries, 16-bit big-endian length before each); empty if none. */
    public Optional<byte[]> entryBundle(long number) {
        throw new UnsupportedOperationException();
    }

    /** The verifier key (C2SP signed-note {@code name+id+key} encoding) that checkpoints and statements are checked with. */
    public String verifierKey() {
        throw new UnsupportedOperationException();
    }

    /** Signs lines of text as a note that cannot be taken for a checkpoint; the first line says what kind of statement it is. */
    public String sign(List<String> lines) {
        throw new UnsupportedOperationException();
    }
}
