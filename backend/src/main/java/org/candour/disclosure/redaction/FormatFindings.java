package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text under the format rules, and what they found so far. */
final class FormatFindings {
    private static final int CONTEXT = 32;

    private final NormalisedText text;
    private final List<Candidate> candidates = new ArrayList<>();

    FormatFindings(NormalisedText text) {
        this.text = text;
    }

    String view() {
        return text.view();
    }

    List<Candidate> candidates() {
        return candidates;
    }

    void each(Pattern pattern, Consumer<MatchResult> rule) {
        var matcher = pattern.matcher(text.view());
        while (matcher.find()) {
            rule.accept(matcher);
        }
    }

    void add(int start, int end, Category category, boolean needsReview) {
        candidates.add(Candidate.ofFormat(start, end, category, needsReview));
    }

    /** Whether one of the words stands shortly before. */
    boolean follows(int start, List<String> words) {
        var before = text.view().substring(Math.max(0, start - CONTEXT), start);
        // The words of an earlier redaction's label say nothing about what follows it.
        var context = before.substring(before.lastIndexOf(']') + 1);
        return words.stream().anyMatch(context::contains);
    }

    /** Whether no letter of the stretch is a small one. */
    boolean isUpperCase(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.isLetter(i) && !text.isCapital(i)) {
                return false;
            }
        }
        return true;
    }

    /** The digits of a stretch. */
    static String digits(String stretch) {
        var digits = new StringBuilder();
        for (int i = 0; i < stretch.length(); i++) {
            if (stretch.charAt(i) >= '0' && stretch.charAt(i) <= '9') {
                digits.append(stretch.charAt(i));
            }
        }
        return digits.toString();
    }
}
