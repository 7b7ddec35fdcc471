package org.candour.casework.chronology;

import java.util.List;

/**
 * A page of a chronology, opened.
 *
 * @param entries newest recorded first
 * @param alarms all of them, whatever the page
 * @param version for the next change
 */
public record ChronologyView(List<EntryView> entries, List<AlarmView> alarms, long version) {
    @Override
    public String toString() {
        return "ChronologyView[hidden]";
    }
}
