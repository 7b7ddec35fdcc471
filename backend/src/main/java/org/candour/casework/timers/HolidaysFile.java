package org.candour.casework.timers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.candour.access.RuleFileRejected;
import org.candour.access.RuleNode;

/** Reads the days that the operator adds to the bank holidays, or takes from them. */
final class HolidaysFile {
    private static final Set<String> REQUIRED = Set.of("date", "change", "words", "source", "verified");

    /** What is done to a day. */
    enum Change {
        /** It is a holiday. */
        ADDED,
        /** It is none. */
        REMOVED
    }

    private HolidaysFile() {}

    /**
     * Reads the changes by day.
     *
     * @throws RuleFileRejected if the file is missing or anything in it is not as it should be
     */
    static Map<LocalDate, Change> read(Path file) {
        var changes = new HashMap<LocalDate, Change>();
        for (var node : RuleNode.list(file, "holidays")) {
            var fields = node.fields("a holiday", REQUIRED, Set.of());
            var day = fields.required("date");
            fields.required("words").text();
            fields.required("source").text();
            fields.required("verified").truth("verified");
            if (changes.put(day.date(), fields.required("change").oneOf(Change.class, "change")) != null) {
                throw day.rejected("this day stands twice");
            }
        }
        return Map.copyOf(changes);
    }
}
