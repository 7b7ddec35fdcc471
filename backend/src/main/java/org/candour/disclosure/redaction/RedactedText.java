package org.candour.disclosure.redaction;

import java.util.List;
import org.candour.disclosure.redaction.RedactionRejected.Reason;

/** Makes the other text: what is redacted is not covered but absent. */
public final class RedactedText {

    private RedactedText() {}

    /**
     * Returns {@code text} with each redaction's stretch replaced, and every character outside them as it was.
     *
     * @param redactions in the order of the text
     * @throws RedactionRejected at the first one that is empty, out of range, out of order, overlaps the one before, or
     *     begins or ends inside a character; nothing is applied then
     */
    public static String apply(String text, List<Redaction> redactions) {
        check(text, redactions);
        var redacted = new StringBuilder(text.length());
        int copied = 0;
        for (var redaction : redactions) {
            redacted.append(text, copied, redaction.start()).append(redaction.replacement());
            copied = redaction.end();
        }
        return redacted.append(text, copied, text.length()).toString();
    }

    private static void check(String text, List<Redaction> redactions) {
        int previousEnd = 0;
        for (int i = 0; i < redactions.size(); i++) {
            var redaction = redactions.get(i);
            if (redaction.start() < 0 || redaction.end() > text.length() || redaction.start() > text.length()) {
                throw new RedactionRejected(i, Reason.OUT_OF_RANGE);
            }
            if (redaction.start() >= redaction.end()) {
                throw new RedactionRejected(i, Reason.EMPTY);
            }
            if (redaction.start() < previousEnd) {
                throw new RedactionRejected(i, Reason.OVERLAPS_PREVIOUS);
            }
            if (splitsCharacter(text, redaction.start()) || splitsCharacter(text, redaction.end())) {
                throw new RedactionRejected(i, Reason.SPLITS_CHARACTER);
            }
            previousEnd = redaction.end();
        }
    }

    private static boolean splitsCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
