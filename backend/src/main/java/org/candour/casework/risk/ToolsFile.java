package org.candour.casework.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candour.access.RuleFields;
import org.candour.access.RuleFileRejected;
import org.candour.access.RuleNode;

/** Reads the file of risk tools. */
final class ToolsFile {
    private static final Set<String> REQUIRED =
            Set.of("code", "version", "name", "items", "bands", "source", "verified", "effective-from");
    private static final int MOST_ITEMS = 100;

    private final List<Tool> tools = new ArrayList<>();

    private ToolsFile() {}

    /**
     * Reads all tools.
     *
     * @throws RuleFileRejected if the file is missing or anything in it is not as it should be
     */
    static List<Tool> read(Path file) {
        var reading = new ToolsFile();
        RuleNode.list(file, "tools").forEach(reading::add);
        return List.copyOf(reading.tools);
    }

    private void add(RuleNode node) {
        var fields = node.fields("a tool", REQUIRED, Set.of("effective-to"));
        var tool = tool(fields);
        for (var other : tools) {
            if (other.code().equals(tool.code())
                    && (other.holdsOn(tool.effectiveFrom()) || tool.holdsOn(other.effectiveFrom()))) {
                throw fields.required("code").rejected("another version of " + tool.code() + " holds at the same time");
            }
        }
        tools.add(tool);
    }

    private static Tool tool(RuleFields fields) {
        var origin = fields.origin();
        var items = items(fields.required("items"));
        return new Tool(
                code(fields.required("code")),
                fields.required("version").text(),
                fields.required("name").text(),
                items,
                bands(fields.required("bands"), items.size()),
                origin.source(),
                origin.verified(),
                origin.from(),
                origin.to().orElse(null));
    }

    private static List<Tool.Item> items(RuleNode list) {
        var items = new ArrayList<Tool.Item>();
        var codes = new HashSet<String>();
        for (var node : list.items("items")) {
            var fields = node.fields("an item", Set.of("code", "group"), Set.of());
            var code = code(fields.required("code"));
            if (!codes.add(code)) {
                throw fields.required("code").rejected(code + " stands twice");
            }
            if (items.size() == MOST_ITEMS) {
                throw node.rejected("more than " + MOST_ITEMS + " items");
            }
            items.add(new Tool.Item(code, code(fields.required("group"))));
        }
        return List.copyOf(items);
    }

    private static List<Tool.Band> bands(RuleNode list, int items) {
        var bands = new ArrayList<Tool.Band>();
        for (var node : list.items("bands")) {
            var fields = node.fields("a band", Set.of("grade", "from"), Set.of());
            var band = new Tool.Band(
                    fields.required("grade").oneOf(Grade.class, "grade"),
                    fields.required("from").number(1, Math.max(1, items), "from"));
            if (items == 0) {
                throw node.rejected("a tool without items has no score");
            }
            if (band.grade() == Grade.UNKNOWN) {
                throw node.rejected("a score has a grade");
            }
            if (!bands.isEmpty() && !isAbove(band, bands.get(bands.size() - 1))) {
                throw node.rejected("bands rise, in grade and in score");
            }
            bands.add(band);
        }
        return List.copyOf(bands);
    }

    private static boolean isAbove(Tool.Band band, Tool.Band before) {
        return band.from() > before.from() && band.grade().compareTo(before.grade()) > 0;
    }

    private static String code(RuleNode node) {
        if (!node.text().matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw node.rejected("a code: capitals, digits and underscores, at most 40");
        }
        return node.text();
    }
}
