package org.candour.disclosure.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text under the format rules, and what they found so far. */
final class FormatFindings {
    private static final int CONTEXT = 32;
    private static final int NEAR = 48;

    private record Region(int start, int end) {}

    private final NormalisedText text;
    private final List<Region> regions;
    private final List<Candidate> candidates = new ArrayList<>();

    FormatFindings(NormalisedText text) {
        this.text = text;
        this.regions = nearDigits(text);
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

    /**
     * As {@link #each}, for patterns of which every match has a digit: looks only near digits, which letters have few of.
     * No match reaches further than {@link #NEAR} from a digit of its own.
     */
    void eachNearDigits(Pattern pattern, Consumer<MatchResult> rule) {
        var matcher = pattern.matcher(text.view()).useTransparentBounds(true).useAnchoringBounds(false);
        for (var region : regions) {
            int from = region.start();
            while (from < region.end() && matcher.region(from, region.end()).find()) {
                rule.accept(matcher);
                // Not from its end: what is no date may have swallowed the beginning of one.
                from = matcher.start() + 1;
            }
        }
    }

    private static List<Region> nearDigits(NormalisedText text) {
        var regions = new ArrayList<Region>();
        int start = -1;
        int end = -1;
        for (int i = 0; i < text.length(); i++) {
            if (!text.isDigit(i)) {
                continue;
            }
            if (start < 0 || i - NEAR > end) {
                if (start >= 0) {
                    regions.add(new Region(start, end));
                }
                start = Math.max(0, i - NEAR);
            }
            end = Math.min(text.length(), i + 1 + NEAR);
        }
        if (start >= 0) {
            regions.add(new Region(start, end));
        }
        return regions;
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
