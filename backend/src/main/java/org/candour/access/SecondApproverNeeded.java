package org.candour.access;

/** Whoever asked for emergency access cannot give it. */
public final class SecondApproverNeeded extends RuntimeException {
    SecondApproverNeeded() {
        super("Another person must approve");
    }
}
