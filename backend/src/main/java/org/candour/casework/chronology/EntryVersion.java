package org.candour.casework.chronology;

/**
 * What was recorded.
 *
 * @param entryId the entry
 * @param version the chronology's new one
 */
public record EntryVersion(String entryId, long version) {}
