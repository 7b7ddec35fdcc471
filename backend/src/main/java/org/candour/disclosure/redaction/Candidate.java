package org.candour.disclosure.redaction;

import java.util.List;

/**
 * A stretch of the normalised view that a rule wants taken out.
 *
 * @param labels of the known parties it may mean, best first; none if a format alone speaks
 */
record Candidate(int start, int end, Category category, List<String> labels, boolean needsReview) {

    static Candidate ofFormat(int start, int end, Category category, boolean needsReview) {
        return new Candidate(start, end, category, List.of(), needsReview);
    }

    int length() {
        return end - start;
    }
}
