package org.candour.disclosure.redaction;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an approver is told about a proposal before opening it: numbers, and nothing of the text.
 *
 * @param byCategory how many redactions there are; a category without any is not listed
 * @param needingReview of these, how many a person has still to look at
 */
record RedactionCounts(Map<Category, Integer> byCategory, Map<Category, Integer> needingReview) {

    RedactionCounts {
        byCategory = Collections.unmodifiableMap(copy(byCategory));
        needingReview = Collections.unmodifiableMap(copy(needingReview));
    }

    static RedactionCounts of(List<Redaction> redactions) {
        var all = new EnumMap<Category, Integer>(Category.class);
        var review = new EnumMap<Category, Integer>(Category.class);
        for (var redaction : redactions) {
            all.merge(redaction.category(), 1, Integer::sum);
            if (redaction.needsReview()) {
                review.merge(redaction.category(), 1, Integer::sum);
            }
        }
        return new RedactionCounts(all, review);
    }

    int total() {
        return byCategory.values().stream().mapToInt(Integer::intValue).sum();
    }

    int totalNeedingReview() {
        return needingReview.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<Category, Integer> copy(Map<Category, Integer> counts) {
        var copy = new EnumMap<Category, Integer>(Category.class);
        copy.putAll(counts);
        return copy;
    }
}
