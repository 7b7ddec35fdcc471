package org.candour.benchmarks;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param measured the figures, in words
 * @param target in words
 */
public record Row(String what, String measured, String target, boolean isReached) {
    /** A figure that must not be larger than a limit. */
    public static Row atMost(String what, String figures, double value, double limit, String unit) {
        return row(what, figures, value, "at most " + number(limit) + unit, unit, value <= limit);
    }

    /** A figure that must not be smaller than a limit. */
    public static Row atLeast(String what, String figures, double value, double limit, String unit) {
        return row(what, figures, value, "at least " + number(limit) + unit, unit, value >= limit);
    }

    private static Row row(String what, String figures, double value, String target, String unit, boolean isReached) {
        return new Row(what, number(value) + unit + " (" + figures + ")", target, isReached);
    }

    /** A number as people read it. */
    public static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }

    @Override
    public String toString() {
        return "| %s | %s | %s | %s |".formatted(what, measured, target, isReached ? "yes" : "NO");
    }
}
