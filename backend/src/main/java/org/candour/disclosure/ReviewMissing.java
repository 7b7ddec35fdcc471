package org.candour.disclosure;

/** Some redactions still wait for a person to look at them. */
public final class ReviewMissing extends RuntimeException {
    private final int count;

    ReviewMissing(int count) {
        super(count + " redactions wait for review");
        this.count = count;
    }

    /** How many. */
    public int count() {
        return count;
    }
}
