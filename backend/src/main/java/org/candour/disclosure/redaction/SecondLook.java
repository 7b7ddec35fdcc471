package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Looks again where something was taken out of the middle of a run of signs: what was glued to it ({@code Anna@annaoc})
 * may be seen only now.
 */
final class SecondLook {
    private static final int MOST_ROUNDS = 4;
    private static final String HARMLESS = " \n\r\t,.;:!?'\"\u2018\u2019\u201C\u201D()";

    private SecondLook() {}

    static List<Redaction> at(String text, Function<String, List<Redaction>> rules) {
        var redactions = rules.apply(text);
        for (int round = 0; round < MOST_ROUNDS && isGlued(text, redactions); round++) {
            var more = rules.apply(RedactedText.apply(text, redactions));
            if (more.isEmpty()) {
                return redactions;
            }
            redactions = with(redactions, more);
        }
        return redactions;
    }

    private static boolean isGlued(String text, List<Redaction> redactions) {
        for (var redaction : redactions) {
            int before = redaction.start() - 1;
            boolean isFree = before < 0 || HARMLESS.indexOf(text.charAt(before)) >= 0;
            boolean isEnded = redaction.end() == text.length() || HARMLESS.indexOf(text.charAt(redaction.end())) >= 0;
            if (!isFree || !isEnded) {
                return true;
            }
        }
        return false;
    }

    /** The first round's redactions and, in the original's offsets, the second's, which swallow what they cover. */
    private static List<Redaction> with(List<Redaction> first, List<Redaction> second) {
        var all = new ArrayList<Redaction>();
        int next = 0;
        int shift = 0; // what the labels before have added to the redacted text
        for (var found : second) {
            while (next < first.size() && redactedEnd(first.get(next), shift) <= found.start()) {
                shift += growth(first.get(next));
                all.add(first.get(next++));
            }
            int start = found.start() - shift;
            if (next < first.size()) {
                start = Math.min(start, first.get(next).start());
            }
            int end = found.end() - shift;
            while (next < first.size() && first.get(next).start() + shift < found.end()) {
                shift += growth(first.get(next));
                end = Math.max(first.get(next).end(), found.end() - shift);
                next++;
            }
            all.add(new Redaction(start, end, found.category(), found.replacement(), found.needsReview()));
        }
        all.addAll(first.subList(next, first.size()));
        return List.copyOf(all);
    }

    private static int redactedEnd(Redaction redaction, int shift) {
        return redaction.start() + shift + redaction.replacement().length();
    }

    private static int growth(Redaction redaction) {
        return redaction.replacement().length() - (redaction.end() - redaction.start());
    }
}
