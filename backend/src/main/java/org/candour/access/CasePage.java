package org.candour.access;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of cases.
 *
 * @param next the place behind its last case; empty if no more follow
 */
public record CasePage(List<CaseLine> lines, Optional<CaseCursor> next) {
    static CasePage of(List<CaseLine> oneMore, CaseQuery query) {
        if (oneMore.size() <= query.size()) {
            return new CasePage(oneMore, Optional.empty());
        }
        var lines = oneMore.subList(0, query.size());
        return new CasePage(lines, Optional.of(CaseCursor.behind(lines.get(query.size() - 1), query.order())));
    }

    /** The ids of its cases. */
    public List<CaseId> ids() {
        return lines.stream().map(CaseLine::id).toList();
    }
}
