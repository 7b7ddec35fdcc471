package org.candour.casework.chronology;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.intake.FactDate;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;

/** Entries without a vault: nobody opens their words. */
final class TestEntries {
    static final String ADVOCATE = "0".repeat(32);

    private TestEntries() {}

    static Entry contact(String body, FactDate on, ActionTaken actionTaken, Instant at) {
        var particulars = new Particulars(body, ContactKind.REPORT_BY_VICTIM, actionTaken, null, null, null);
        return entry(
                EntryKind.CONTACT_WITH_AUTHORITIES,
                on,
                particulars,
                false,
                at,
                null,
                new BodyKnew(body, on, at, ADVOCATE));
    }

    static Entry fact(Instant at, @Nullable String corrects, BodyKnew... knownBy) {
        var nothing = new Particulars(null, null, null, null, null, null);
        return entry(EntryKind.OTHER_FACT, FactDate.unknown(), nothing, false, at, corrects, knownBy);
    }

    static Entry entry(
            EntryKind kind,
            FactDate on,
            Particulars particulars,
            boolean hasRationale,
            Instant at,
            @Nullable String corrects,
            BodyKnew... knownBy) {
        return new Entry(
                UUID.randomUUID().toString(),
                kind,
                on,
                particulars,
                new Sealed<>(new byte[100]),
                hasRationale,
                Stream.of(knownBy).toList(),
                at,
                ADVOCATE,
                corrects);
    }

    static List<Knowledge> answers(Chronology chronology, WhoKnew question) {
        return question.in(chronology.entries()).stream()
                .map(WhoKnew.Found::answer)
                .toList();
    }
}
