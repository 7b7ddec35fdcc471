package org.candour.ledger.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Entry bundles of C2SP tlog-tiles: up to 256 neighbouring entries, before each its length as 16 bits, big-endian. */
public final class EntryBundle {
    public static final int WIDTH = Tile.WIDTH;
    public static final int MAX_ENTRY_BYTES = 65_535;

    private EntryBundle() {}

    /**
     * Writes a bundle.
     *
     * @throws IllegalArgumentException if there are more than 256 entries, or one is longer than 65,535 bytes
     */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.size() > WIDTH || entries.stream().anyMatch(entry -> entry.length > MAX_ENTRY_BYTES)) {
            throw new IllegalArgumentException("Too many or too long entries for a bundle");
        }
        var bundle = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
        return bundle.array();
    }

    /** How tlog-tiles writes a number in a path: three digits a part, all but the last after an x. */
    public static String path(long number) {
        var path = String.format("%03d", number % 1_000);
        for (long rest = number / 1_000; rest > 0; rest /= 1_000) {
            path = String.format("x%03d/", rest % 1_000) + path;
        }
        return path;
    }

    /**
     * Reads a bundle.
     *
     * @throws ProofRejected if it ends within an entry or holds more than 256
     */
    public static List<byte[]> decode(byte[] bundle) throws ProofRejected {
        var rest = ByteBuffer.wrap(bundle);
        var entries = new ArrayList<byte[]>();
        while (rest.hasRemaining()) {
            if (entries.size() == WIDTH) {
                throw new ProofRejected("The bundle holds more than 256 entries");
            }
            var entry = new byte[length(rest, entries.size())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    private static int length(ByteBuffer rest, int position) throws ProofRejected {
        if (rest.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() >= length) {
                return length;
            }
        }
        throw new ProofRejected("The bundle ends within its entry " + position);
    }
}
