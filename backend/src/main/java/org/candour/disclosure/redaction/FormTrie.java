package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All written forms in one tree, found in one pass. A form is a string of folded letters and digits, of upper-case letters
 * (which only an upper-case letter of the original matches) and of {@link Joint}s.
 *
 * <p>From one place in the text a node of the tree can be reached once only (a joint takes either nothing or the whole run
 * of separators), so the work at a place is bounded by the tree and the whole is linear in the text.
 */
final class FormTrie {
    private static final int SHORTEST_PLURAL = 3;
    private static final int SHORTEST_SPACED = 3;

    private final Node root = new Node();

    /** Receives what is found; several forms may be reported for the same place. */
    interface Hits {
        void hit(Form form, int start, int end);
    }

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<Form> forms = new ArrayList<>(1);
        private boolean hasJoints;
    }

    void add(String written, Form form) {
        var node = root;
        for (int i = 0; i < written.length(); i++) {
            node.hasJoints |= Joint.isSymbol(written.charAt(i));
            node = node.next.computeIfAbsent(written.charAt(i), symbol -> new Node());
        }
        if (node != root && !node.forms.contains(form)) {
            node.forms.add(form);
        }
    }

    /** Reports every form that stands in the text as words of its own. */
    void find(NormalisedText text, Hits hits) {
        var walk = new Walk(text, hits, false);
        for (int start = 0; start < text.length(); start++) {
            if (text.isWord(start) && text.isBoundary(start)) {
                walk.from(start);
                walk.spacedFrom(start);
            }
        }
    }

    /** Reports every form that stands anywhere, also inside a longer word. */
    void findInside(NormalisedText text, Hits hits) {
        var walk = new Walk(text, hits, true);
        for (int start = 0; start < text.length(); start++) {
            if (text.isWord(start)) {
                walk.from(start);
            }
        }
    }

    private final class Walk {
        private final NormalisedText text;
        private final Hits hits;
        private final boolean isInside;
        private int start;

        Walk(NormalisedText text, Hits hits, boolean isInside) {
            this.text = text;
            this.hits = hits;
            this.isInside = isInside;
        }

        void from(int place) {
            start = place;
            letter(root, place);
        }

        private void at(Node node, int place) {
            report(node, place);
            if (place >= text.length()) {
                return;
            }
            boolean isWord = text.isWord(place);
            if (node.hasJoints) {
                joints(node, place, isWord ? place : endOfSeparators(place));
            }
            if (isWord) {
                letter(node, place);
            }
        }

        private void joints(Node node, int place, int end) {
            if (end >= text.length() || end < 0) {
                return;
            }
            for (var joint : Joint.values()) {
                var after = node.next.get(joint.symbol());
                if (after == null) {
                    continue;
                }
                if (end == place ? joint.isOptional() : joint.joins(text, place, end)) {
                    // A second joint never follows, so a letter must.
                    letter(after, end);
                }
            }
        }

        private void letter(Node node, int place) {
            char unit = text.at(place);
            var same = node.next.get(unit);
            if (same != null) {
                at(same, place + 1);
            }
            if (text.isCapital(place)) {
                char upper = Character.toUpperCase(unit);
                var capital = upper == unit ? null : node.next.get(upper);
                if (capital != null) {
                    at(capital, place + 1);
                }
            }
        }

        private void report(Node node, int end) {
            if (node.forms.isEmpty()) {
                return;
            }
            boolean isPlural = end - start >= SHORTEST_PLURAL
                    && end < text.length()
                    && text.at(end) == 's'
                    && text.isBoundary(end + 1);
            boolean isEnd = isInside || text.isBoundary(end);
            for (var form : node.forms) {
                if (isEnd || (isPlural && form.isName())) {
                    hits.hit(form, start, end);
                }
            }
        }

        private int endOfSeparators(int place) {
            int end = place;
            while (end < text.length() && !text.isWord(end)) {
                if (++end - place > Joint.LONGEST) {
                    return -1;
                }
            }
            return end;
        }

        /** {@code A n n a}: single letters with one separator between them, read as one word. */
        void spacedFrom(int place) {
            start = place;
            var node = root;
            int letters = 0;
            for (int i = place; i < text.length() && isSingleLetter(i); i += 2) {
                var after = node.next.get(Joint.WITHIN.symbol());
                var step = node.next.get(text.at(i));
                node = step != null || after == null ? step : after.next.get(text.at(i));
                if (node == null) {
                    return;
                }
                letters++;
                for (var form : node.forms) {
                    if (letters >= SHORTEST_SPACED && form.isName()) {
                        hits.hit(form, start, i + 1);
                    }
                }
                if (i + 1 >= text.length() || text.at(i + 1) == '\'') {
                    return;
                }
            }
        }

        private boolean isSingleLetter(int i) {
            return text.isLetter(i) && text.isBoundary(i) && text.isBoundary(i + 1);
        }
    }
}
