package org.candour.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.candour.ledger.Compartment;
import org.jspecify.annotations.Nullable;

/** Something to seal. */
record Secret(
        String words,
        LocalDate happenedOn,
        Instant recordedAt,
        List<String> more,
        @Nullable String maybe) {
    static final Secret ONE = new Secret(
            "What he did, in Zoë's words",
            LocalDate.of(2026, 2, 28),
            Instant.parse("2026-03-01T12:00:00.123Z"),
            List.of("and then"),
            null);

    static final Field<Secret> IDENTITY = in(Compartment.IDENTITY);
    static final Field<Secret> ACCOUNT = in(Compartment.ACCOUNT);
    static final Field<Secret> ACCUSED = in(Compartment.ACCUSED);
    static final Field<Secret> REDACTED = in(Compartment.REDACTED_COPY);

    static Field<Secret> in(Compartment compartment) {
        return new Field<>(compartment, "secret", Secret.class, 1);
    }
}
