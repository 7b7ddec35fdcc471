package org.candour.ledger;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be recorded of one attempt. Nothing here may identify a person: actors are keyed pseudonyms, cases random ids.
 *
 * @param actor keyed pseudonym of whoever tried
 * @param role the role they acted in, as the domain names it, or {@code NONE} if they hold none that fits
 * @param body the organisation they act for, or {@code UNKNOWN}
 * @param act what they tried
 * @param caseId the case it concerns; for an id that does not exist, that id; empty where an act concerns no one case
 * @param object what is opened or changed: the case itself, or a disclosure of it
 * @param compartments what an admission opens; empty where nothing is opened
 * @param purpose why
 * @param outcome admitted or refused
 * @param reason why it was refused; empty for an admission
 * @param commitment keyed commitment to what was submitted (hexadecimal); empty where nothing was
 */
public record Entry(
        String actor,
        String role,
        String body,
        String act,
        Optional<UUID> caseId,
        Optional<UUID> object,
        Set<Compartment> compartments,
        String purpose,
        Outcome outcome,
        Optional<String> reason,
        Optional<String> commitment) {}
