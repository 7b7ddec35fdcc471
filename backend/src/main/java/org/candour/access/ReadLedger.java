package org.candour.access;

import java.util.List;
import org.candour.ledger.Ledger;
import org.candour.ledger.Recorded;

/** An auditor reads the record and takes evidence away, to check it where nobody here can interfere. */
@UseCase
public class ReadLedger {
    private final Gate gate;
    private final Ledger ledger;

    ReadLedger(Gate gate, Ledger ledger) {
        this.gate = gate;
        this.ledger = ledger;
    }

    /** A signed checkpoint of everything on the ledger, this reading included. */
    public String checkpoint(Actor actor) {
        gate.admit(actor, Act.READ_LEDGER);
        return ledger.checkpoint();
    }

    /** At most {@code limit} entries, oldest first, beginning at index {@code from}. */
    public List<Recorded> entries(long from, int limit, Actor actor) {
        gate.admit(actor, Act.READ_LEDGER);
        return ledger.entries(from, limit);
    }

    /**
     * The bytes of one entry, as they are hashed into the log.
     *
     * @throws NoSuchThing if there is no such entry
     */
    public byte[] entry(long index, Actor actor) {
        gate.admit(actor, Act.READ_LEDGER);
        return ledger.entry(index).orElseThrow(NoSuchThing::new);
    }

    /**
     * The offline proof that an entry is on the ledger.
     *
     * @throws NoSuchThing if there is no such entry
     */
    public String proof(long index, Actor actor) {
        gate.admit(actor, Act.READ_LEDGER);
        return ledger.proof(index).orElseThrow(NoSuchThing::new);
    }

    /**
     * A bundle of up to 256 entries.
     *
     * @throws NoSuchThing if there is none of that number
     */
    public byte[] bundle(long number, Actor actor) {
        gate.admit(actor, Act.READ_LEDGER);
        return ledger.entryBundle(number).orElseThrow(NoSuchThing::new);
    }

    /**
     * The first {@code width} entries of a bundle (C2SP tlog-tiles).
     *
     * @throws NoSuchThing if there are not so many
     */
    public byte[] bundle(long number, int width, Actor actor) {
        gate.admit(actor, Act.READ_LEDGER);
        return ledger.entryBundle(number, width).orElseThrow(NoSuchThing::new);
    }

    /**
     * The first {@code width} hashes of a tile (C2SP tlog-tiles).
     *
     * @throws NoSuchThing if there are not so many
     */
    public byte[] tile(int level, long number, int width, Actor actor) {
        gate.admit(actor, Act.READ_LEDGER);
        return ledger.tile(level, number, width).orElseThrow(NoSuchThing::new);
    }

    /**
     * The proof that the log only grew between two sizes, one hash a line.
     *
     * @throws NoSuchThing if it never had these sizes
     */
    public String consistency(long first, long second, Actor actor) {
        gate.admit(actor, Act.READ_LEDGER);
        return ledger.consistency(first, second).orElseThrow(NoSuchThing::new);
    }
}
