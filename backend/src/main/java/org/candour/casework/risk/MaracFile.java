package org.candour.casework.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.candour.access.RuleFileRejected;
import org.candour.access.RuleNode;

/** Reads the file of MARAC thresholds. */
final class MaracFile {
    private static final Set<String> REQUIRED =
            Set.of("tool", "score", "incidents", "months", "source", "verified", "effective-from");

    private MaracFile() {}

    /**
     * Reads all thresholds.
     *
     * @throws RuleFileRejected if the file is missing, anything in it is not as it should be, or it names a tool that is none
     */
    static List<MaracEntry> read(Path file, List<Tool> tools) {
        var entries = new ArrayList<MaracEntry>();
        for (var node : RuleNode.list(file, "thresholds")) {
            entries.add(entry(node, tools));
        }
        return List.copyOf(entries);
    }

    private static MaracEntry entry(RuleNode node, List<Tool> tools) {
        var fields = node.fields("a MARAC threshold", REQUIRED, Set.of("effective-to"));
        var origin = fields.origin();
        var tool = fields.required("tool");
        int items = items(tool, tools);
        return new MaracEntry(
                tool.text(),
                fields.required("score").number(1, items, "score"),
                fields.required("incidents").number(1, 100, "incidents"),
                fields.required("months").number(1, 120, "months"),
                origin.from(),
                origin.to());
    }

    /** How many items the longest version of the tool has. */
    private static int items(RuleNode tool, List<Tool> tools) {
        int items = tools.stream()
                .filter(known -> known.code().equals(tool.text()))
                .mapToInt(known -> known.items().size())
                .max()
                .orElseThrow(() -> tool.rejected("no tool has the code " + tool.text()));
        if (items == 0) {
            throw tool.rejected("a tool without items has no score");
        }
        return items;
    }
}
