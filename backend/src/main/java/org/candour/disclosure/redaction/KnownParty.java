package org.candour.disclosure.redaction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody whom the case file names and a disclosure must not: the victim, a child, a relative, a witness. Not the
 * accused, whom an investigator must be able to recognise.
 *
 * @param label what the reader sees in the person's place, e.g. {@code [victim]} or {@code [child 1]}: in square
 *     brackets, beginning with a letter, at most 40 letters, digits, spaces and hyphens. It must not itself name anybody
 * @param fullName given names first, family name last; a title before it is understood and left out. At most 200
 *     characters
 * @param furtherNames nicknames, former and other names, each whole or a single word
 * @param addresses each in free text, its parts divided by commas or line breaks
 * @param otherIdentifiers user names, case numbers, vehicle registrations and whatever else points at this person
 */
public record KnownParty(
        String label,
        String fullName,
        List<String> furtherNames,
        Optional<LocalDate> dateOfBirth,
        List<String> emailAddresses,
        List<String> phoneNumbers,
        List<String> addresses,
        List<String> otherIdentifiers) {

    private static final Pattern LABEL = Pattern.compile("\\[\\p{L}[\\p{L}\\p{N} -]{0,39}]");
    private static final int LONGEST_ENTRY = 400;
    private static final int LONGEST_NAME = 200;
    /** Room for every address of a case file: those of the report, and ten of each of a hundred later records. */
    private static final int MOST_ENTRIES = 2_000;

    /** @throws IllegalArgumentException if the label has another form, or an entry or list is too long */
    public KnownParty {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("label: not like [victim] or [child 1]");
        }
        furtherNames = checked("furtherNames", furtherNames, LONGEST_NAME);
        emailAddresses = checked("emailAddresses", emailAddresses, LONGEST_ENTRY);
        phoneNumbers = checked("phoneNumbers", phoneNumbers, LONGEST_ENTRY);
        addresses = checked("addresses", addresses, LONGEST_ENTRY);
        otherIdentifiers = checked("otherIdentifiers", otherIdentifiers, LONGEST_ENTRY);
        if (fullName.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("fullName: longer than " + LONGEST_NAME + " characters");
        }
    }

    /** A person of whom only the name is known. */
    public static KnownParty named(String label, String fullName, String... furtherNames) {
        return new KnownParty(
                label, fullName, List.of(furtherNames), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    /** The label only: nothing that a log could give away. */
    @Override
    public String toString() {
        return "KnownParty" + label;
    }

    private static List<String> checked(String field, List<String> entries, int longest) {
        if (entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException(field + ": more than " + MOST_ENTRIES + " entries");
        }
        if (entries.stream().anyMatch(entry -> entry.length() > longest)) {
            throw new IllegalArgumentException(field + ": an entry is longer than " + longest + " characters");
        }
        return List.copyOf(entries);
    }
}
