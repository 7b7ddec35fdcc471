package org.candour.disclosure.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stretches of one text that speak of the accused, or that are labels of ours, and so stay. */
final class Kept {
    private final int length;
    /** For each beginning, the furthest end. */
    private final Map<Integer, Integer> ends = new HashMap<>();

    private final Set<Long> shared = new HashSet<>();
    private int @Nullable [] reach;

    Kept(int length) {
        this.length = length;
    }

    /** A whole name, or a name with a rank: whatever lies inside it means the accused. */
    void add(int start, int end) {
        ends.merge(start, end, Math::max);
        reach = null;
    }

    /** One word, or a form, that the accused may share with somebody: a person has to decide. */
    void addShareable(int start, int end) {
        shared.add(key(start, end));
    }

    boolean isShared(int start, int end) {
        return shared.contains(key(start, end));
    }

    /** Whether the stretch is kept, or lies inside one that is. */
    boolean covers(int start, int end) {
        return isShared(start, end) || ends.getOrDefault(start, 0) >= end || isInside(start, end);
    }

    /** Whether the stretch lies inside a longer one that is kept. */
    boolean isInside(int start, int end) {
        if (ends.isEmpty()) {
            return false;
        }
        if (reach == null) {
            reach = furthestEnds();
        }
        return (start > 0 && reach[start - 1] >= end) || ends.getOrDefault(start, 0) > end;
    }

    private int[] furthestEnds() {
        var furthest = new int[length + 1];
        int end = 0;
        for (int i = 0; i <= length; i++) {
            end = Math.max(end, ends.getOrDefault(i, 0));
            furthest[i] = end;
        }
        return furthest;
    }

    private static long key(int start, int end) {
        return ((long) start << Integer.SIZE) | end;
    }
}
