package org.candour.casework.timers;

/**
 * Which version of which rule.
 *
 * @param id the rule's id
 * @param from its first day, ISO 8601: a text, because the store keeps dates as instants of its own time zone
 */
public record RuleVersion(String id, String from) {
    @Override
    public String toString() {
        return id + "@" + from;
    }
}
