package org.candour.disclosure.redaction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Invented people of invented cases. */
final class TestParties {
    static final KnownParty VICTIM = new KnownParty(
            "[victim]",
            "Anna-Maria Beth O'Connor",
            List.of("Annie", "Anna O'Connor", "Anna Byrne"),
            Optional.of(LocalDate.of(1990, 5, 3)),
            List.of("annie.b@example.org"),
            List.of("07700 900123", "0191 498 0123"),
            List.of("Flat 2, 14 Church Road, Gosforth, Newcastle upon Tyne, NE3 1AB"),
            List.of("AB12 CDE", "sunflower_girl", "HA/4471/B"));
    static final KnownParty CHILD = KnownParty.named("[child 1]", "Tommy O'Connor", "Tom");
    static final KnownParty WITNESS = KnownParty.named("[witness 1]", "José Müller");
    static final List<KnownParty> ALL = List.of(VICTIM, CHILD, WITNESS);

    static final List<String> KEEP =
            List.of("PC John Harding", "Northumbria Police", "4512", "Market Street Police Station");

    private TestParties() {}

    static String redacted(String text, KnownParty... parties) {
        return redacted(text, List.of(parties), KEEP);
    }

    static String redacted(String text, List<KnownParty> parties, List<String> keep) {
        return RedactedText.apply(text, new Redactor().propose(text, parties, keep));
    }
}
