package org.candour.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is to be recorded of one attempt. Nothing here may identify a person: actors are keyed pseudonyms, cases random ids.
 * Texts are at most 128 characters long, {@code purpose} and {@code reason} at most 500; none is blank, none holds a
 * control character.
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
 * @param reason why it was refused; empty for an admission, and for it alone
 * @param commitment keyed commitment to what was submitted (hexadecimal, lower case, at most 128 digits); empty where
 *     nothing was
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
        Optional<String> commitment,
        Optional<Change> change) {
    static final int MAX_WORD = 128;
    static final int MAX_SENTENCE = 500;

    private static final Pattern COMMITMENT = Pattern.compile("([0-9a-f]{2}){16,64}");

    /** @throws IllegalArgumentException if a text is too long, blank or unreadable, or the reason does not fit the outcome */
    public Entry {
        requireText("actor", actor, MAX_WORD);
        requireText("role", role, MAX_WORD);
        requireText("body", body, MAX_WORD);
        requireText("act", act, MAX_WORD);
        requireText("purpose", purpose, MAX_SENTENCE);
        reason.ifPresent(text -> requireText("reason", text, MAX_SENTENCE));
        if (reason.isPresent() != (outcome == Outcome.REFUSED)) {
            throw new IllegalArgumentException("A refusal has a reason, an admission has none");
        }
        if (commitment.isPresent() && !COMMITMENT.matcher(commitment.get()).matches()) {
            throw new IllegalArgumentException("A commitment is 32 to 128 lower-case hexadecimal digits");
        }
        compartments = Set.copyOf(compartments);
    }

    /** An act. */
    public Entry(
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
            Optional<String> commitment) {
        this(
                actor,
                role,
                body,
                act,
                caseId,
                object,
                compartments,
                purpose,
                outcome,
                reason,
                commitment,
                Optional.empty());
    }

    /** A state of an aggregate. It names no case, so that it stands in nobody's access log: the act that led to it does. */
    static Entry of(Change change) {
        return new Entry(
                "candour",
                "NONE",
                "UNKNOWN",
                "CHANGE",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                "FRESHNESS",
                Outcome.ADMITTED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(change));
    }

    private static void requireText(String field, String text, int max) {
        if (text.isBlank() || text.length() > max) {
            throw new IllegalArgumentException("'" + field + "' must have 1 to " + max + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("'" + field + "' holds a character that cannot be written");
        }
    }
}
