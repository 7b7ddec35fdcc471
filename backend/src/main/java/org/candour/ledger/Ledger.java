package org.candour.ledger;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.ledger.proof.EntryBundle;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.TlogProof;
import org.springframework.stereotype.Component;

/**
 * The record. Every method that appends returns only after the entry is durable. Every method may throw
 * {@link LedgerUnavailable}: the store did not answer, or what it holds is not the log that was signed.
 */
@Component
public class Ledger {
    /** Not more entries than this in one answer of {@link #entriesOf}. */
    public static final int MAX_PAGE = 1_000;

    private final LedgerParts parts;
    private final Statements statements;
    private final SecureRandom random = new SecureRandom();

    Ledger(LedgerParts parts) {
        this.parts = parts;
        this.statements = new Statements(parts.key());
    }

    /**
     * Records an admission of an act on one object.
     *
     * @throws IllegalArgumentException unless {@code entry} is an admission that names its object
     * @throws LedgerUnavailable if the entry could not be made durable; nothing may be opened then
     */
    public Receipt admit(Entry entry) {
        if (entry.outcome() != Outcome.ADMITTED) {
            throw new IllegalArgumentException("There is no receipt for a refusal");
        }
        var object = entry.object()
                .orElseThrow(() -> new IllegalArgumentException("An admission must name the object it opens"));
        var recorded = record(entry);
        return new Receipt(recorded.index(), recorded.at(), entry.act(), object, entry.compartments());
    }

    /**
     * Records a refusal, or an admission that opens no one object, and returns its index.
     *
     * @throws LedgerUnavailable if the entry could not be made durable; it may still come to be on the ledger
     */
    public long append(Entry entry) {
        return record(entry).index();
    }

    /**
     * Records several refusals or admissions that open no one object, and waits once for all of them.
     *
     * @throws LedgerUnavailable if one of them could not be made durable; any of them may still come to be on the ledger
     */
    public void appendAll(List<Entry> entries) {
        entries.stream().map(this::enqueue).toList().forEach(Runnable::run);
    }

    /**
     * Puts an entry in line behind all that this thread has recorded, without waiting for it.
     *
     * @return waits until it is durable, as {@link #append} does
     * @throws LedgerUnavailable if too many wait already
     */
    Runnable enqueue(Entry entry) {
        return parts.sequencer().enqueue(pending(entry, Leaf.of(entry, parts.clock(), random)));
    }

    private Recorded record(Entry entry) {
        var leaf = Leaf.of(entry, parts.clock(), random);
        long index = parts.sequencer().append(pending(entry, leaf));
        return new Recorded(index, leaf.at(), entry);
    }

    private static Pending pending(Entry entry, Leaf leaf) {
        return new Pending(leaf.bytes(), entry.caseId(), entry.reason());
    }

    /**
     * The entries that concern a case, newest first, at most {@code limit}, all of them older than index {@code before}
     * ({@link Long#MAX_VALUE} for the newest).
     *
     * @throws IllegalArgumentException unless {@code limit} is 1 to {@value #MAX_PAGE}
     */
    public List<Recorded> entriesOf(UUID caseId, long before, int limit) {
        requirePage(limit);
        return parts.store().entriesOf(caseId, before, limit).stream()
                .map(StoredEntry::recorded)
                .toList();
    }

    /**
     * The entries that refuse for one reason, newest first, at most {@code limit}, all of them older than index {@code before}
     * ({@link Long#MAX_VALUE} for the newest). Found by an index outside the log, as {@link #entriesOf} is: what is shown is what
     * was signed, and whether anything is missing shows only to whoever reads the whole log.
     *
     * @throws IllegalArgumentException unless {@code limit} is 1 to {@value #MAX_PAGE}
     */
    public List<Recorded> refusals(String reason, long before, int limit) {
        requirePage(limit);
        return parts.store().refusals(reason, before, limit).stream()
                .map(StoredEntry::recorded)
                .filter(recorded -> recorded.entry().reason().equals(Optional.of(reason)))
                .toList();
    }

    /**
     * A checkpoint (C2SP tlog-checkpoint: a signed note) of everything durable at this moment, with the cosignatures of
     * those witnesses that answer in the time set for them.
     */
    public String checkpoint() {
        return parts.witnesses().cosigned(parts.publisher().publish());
    }

    /**
     * An offline proof (C2SP tlog-proof) that the entry is in the log, under a fresh checkpoint; empty if there is no such
     * entry. It was checked before it is returned.
     */
    public Optional<String> proof(long index) {
        var published = parts.publisher().publish();
        if (index < 0 || index >= published.tree().size()) {
            return Optional.empty();
        }
        var path = published.tree().inclusion(index, parts.log().tiles());
        var proof = new TlogProof(index, path, parts.witnesses().cosigned(published));
        requireValid(proof);
        return Optional.of(proof.text());
    }

    private void requireValid(TlogProof proof) {
        try {
            var entry = entry(proof.index()).orElseThrow(() -> new ProofRejected("The entry is gone"));
            proof.check(entry, parts.key().policy());
        } catch (ProofRejected e) {
            throw new LedgerUnavailable("Ledger entry " + proof.index() + " is not what was signed", e);
        }
    }

    /** The bytes of one entry, as they are hashed into the log: what a proof is checked against. Empty if there is none. */
    public Optional<byte[]> entry(long index) {
        return parts.store().entries(Math.max(index, 0), 1).stream()
                .filter(entry -> entry.index() == index)
                .map(StoredEntry::bytes)
                .findFirst();
    }

    /**
     * At most {@code limit} entries, oldest first, from index {@code from} on.
     *
     * @throws IllegalArgumentException unless {@code limit} is 1 to {@value #MAX_PAGE}
     */
    public List<Recorded> entries(long from, int limit) {
        requirePage(limit);
        return parts.store().entries(from, limit).stream()
                .map(StoredEntry::recorded)
                .toList();
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_PAGE);
        }
    }

    /** Entry bundle {@code number} (C2SP tlog-tiles: up to 256 entries, 16-bit big-endian length before each); empty if none. */
    public Optional<byte[]> entryBundle(long number) {
        if (number < 0 || number > Long.MAX_VALUE / EntryBundle.WIDTH) {
            return Optional.empty();
        }
        long first = number * EntryBundle.WIDTH;
        var entries = parts.store().entries(first, EntryBundle.WIDTH);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        TransparencyLog.requireNoGap(first, entries);
        return Optional.of(
                EntryBundle.encode(entries.stream().map(StoredEntry::bytes).toList()));
    }

    /** The first {@code width} entries (1 to 256) of an entry bundle; empty if there are not so many. */
    public Optional<byte[]> entryBundle(long number, int width) {
        if (number < 0 || number > Long.MAX_VALUE / EntryBundle.WIDTH || width < 1 || width > EntryBundle.WIDTH) {
            return Optional.empty();
        }
        long first = number * EntryBundle.WIDTH;
        var entries = parts.store().entries(first, width);
        TransparencyLog.requireNoGap(first, entries);
        return entries.size() < width
                ? Optional.empty()
                : Optional.of(EntryBundle.encode(
                        entries.stream().map(StoredEntry::bytes).toList()));
    }

    /** The first {@code width} hashes (1 to 256) of a tile (C2SP tlog-tiles); empty if there are not so many. */
    public Optional<byte[]> tile(int level, long number, int width) {
        if (width < 1 || width > EntryBundle.WIDTH) {
            return Optional.empty();
        }
        var hashes =
                parts.log().upToDate().tile(level, number, width, parts.log().tiles());
        var bytes = new ByteArrayOutputStream();
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return hashes.size() < width ? Optional.empty() : Optional.of(bytes.toByteArray());
    }

    /**
     * The proof that the log of {@code second} entries begins with that of {@code first} (RFC 6962 section 2.1.2), one hash
     * a line in base64; empty unless {@code 0 < first <= second} and there are so many.
     */
    public Optional<String> consistency(long first, long second) {
        var tree = parts.log().upToDate();
        if (first <= 0 || first > second || second > tree.size()) {
            return Optional.empty();
        }
        var lines = new StringBuilder();
        tree.consistency(first, second, parts.log().tiles())
                .forEach(hash -> lines.append(hash.base64()).append('\n'));
        return Optional.of(lines.toString());
    }

    /** The verifier key (C2SP signed-note {@code name+id+key} encoding) that checkpoints and statements are checked with. */
    public String verifierKey() {
        return parts.key().signer().verifierKey().encoded();
    }

    /**
     * The verifier key of the second line of checkpoints (C2SP tlog-cosignature, ML-DSA-44, named as the log). Statements
     * bear the first signature alone: this kind can sign checkpoints only.
     */
    public String secondVerifierKey() {
        return parts.key().second().verifierKey().encoded();
    }

    /**
     * Signs lines of text as a note that cannot be taken for a checkpoint; the first line says what kind of statement it is.
     *
     * @throws IllegalArgumentException if a line holds a control character, the first is blank or the name of the log, the
     *     lines could be read as a checkpoint, or there are more than 100 of them or 10,000 characters in one
     */
    public String sign(List<String> lines) {
        return statements.sign(lines);
    }
}
