package org.candour.ledger;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.candour.ledger.proof.Hash;

/**
 * One state of one aggregate, as the ledger vouches for it: before it is written, and again once it is.
 *
 * @param collection where the aggregate is stored
 * @param id its id, random or keyed, so that it names nobody
 * @param version the optimistic version of this state, from 0
 * @param digest hash, as of a leaf of the tree, over the stored document; in lower-case hexadecimal
 * @param phase whether the state is about to be written or is written
 */
public record Change(String collection, String id, long version, String digest, Phase phase) {
    private static final Pattern WORD = Pattern.compile("[\\p{Alnum}_.:-]{1,128}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** How far a state has come. */
    public enum Phase {
        /** It may be written from now on, and by nobody before: a crash may come before or after the write. */
        ANNOUNCED,
        /** It was written, and no older one is ever right again. */
        CONFIRMED
    }

    /** @throws IllegalArgumentException if a part is malformed */
    public Change {
        if (!WORD.matcher(collection).matches() || !WORD.matcher(id).matches()) {
            throw new IllegalArgumentException("A collection and an id are words of 1 to 128 characters");
        }
        if (version < 0 || !DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("A version is not negative, and a digest has 64 hexadecimal digits");
        }
    }

    static Change of(AggregateName name, Revision revision, Phase phase) {
        var digest = HexFormat.of().formatHex(revision.digest().bytes());
        return new Change(name.collection(), name.id(), revision.version(), digest, phase);
    }

    AggregateName name() {
        return new AggregateName(collection, id);
    }

    Revision revision() {
        return new Revision(version, Hash.of(HexFormat.of().parseHex(digest)));
    }
}
