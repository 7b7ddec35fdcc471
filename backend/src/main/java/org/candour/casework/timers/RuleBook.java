package org.candour.casework.timers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, in all their versions, and the working days that they count. */
public class RuleBook {
    private final List<Rule> rules;
    private final Map<RuleVersion, Rule> byVersion = new HashMap<>();
    private final WorkingDays workingDays;

    RuleBook(List<Rule> rules, WorkingDays workingDays) {
        this.rules = List.copyOf(rules);
        this.workingDays = workingDays;
        rules.forEach(rule -> byVersion.put(rule.version(), rule));
    }

    /** Every version of every rule, in the order of the files. */
    public List<Rule> all() {
        return rules;
    }

    /** A version of a rule, unless somebody has taken it out of the files. */
    public Optional<Rule> find(RuleVersion version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    /** The rules that start when this happens that day. */
    public List<Rule> rulesStartedBy(Trigger trigger, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.startsOn().contains(trigger) && rule.holdsOn(day))
                .toList();
    }

    /** The working days that the rules count. */
    public WorkingDays workingDays() {
        return workingDays;
    }
}
