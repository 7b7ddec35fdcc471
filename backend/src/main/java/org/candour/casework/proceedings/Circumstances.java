package org.candour.casework.proceedings;

import java.util.Set;

/**
 * What says much about a victim in few words, and is sealed for it; nothing searches or counts it.
 *
 * @param howMet how victim and the person complained of came to know each other
 * @param vulnerabilities what made the victim easier to harm, or harder to believe
 */
record Circumstances(HowMet howMet, Set<Vulnerability> vulnerabilities) {
    @Override
    public String toString() {
        return "Circumstances[hidden]";
    }
}
