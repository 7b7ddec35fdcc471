package org.candour.disclosure.redaction;

import java.util.Locale;

/**
 * Why a piece of text is taken out: the reason code that every redaction carries (DOMAIN section 5.4). The noun is what
 * the reader of the redacted copy is told stood there.
 */
public enum Category {
    PERSON("name"),
    ADDRESS("address"),
    POSTCODE("postcode"),
    EMAIL("e-mail address"),
    PHONE("phone number"),
    NHS_NUMBER("NHS number"),
    NATIONAL_INSURANCE_NUMBER("National Insurance number"),
    DATE_OF_BIRTH("date of birth"),
    VEHICLE("vehicle registration"),
    BANK("bank details"),
    ONLINE("online account"),
    OTHER_IDENTIFIER("identifier"),
    /** Marked by a person's hand, for a reason no rule knows. */
    MANUAL("redacted");

    private final String noun;

    Category(String noun) {
        this.noun = noun;
    }

    /** The stable code for the record of reasons, e.g. {@code nhs-number}. */
    String reasonCode() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to show where nobody known to the case is concerned, e.g. {@code [postcode]}. */
    String label() {
        return '[' + noun + ']';
    }

    /** What to show for a known party: {@code [victim]} for a name, {@code [victim: postcode]} for a postcode. */
    String labelFor(String party) {
        return this == PERSON ? party : party.substring(0, party.length() - 1) + ": " + noun + ']';
    }
}
