package org.candour.casework.ownrecord;

import java.time.LocalDate;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/**
 * A safe-contact record as the victim gave it on one day; earlier ones are kept.
 *
 * @param number from 1; what the report said is version 0
 * @param confirmedOn the day on which the victim said that it is right
 */
@TypeAlias("safe-contact-version")
record SafeContactVersion(long number, LocalDate confirmedOn, Sealed<SafeChannels> channels) {
    static Field<SafeChannels> field(long number) {
        return new Field<>(Compartment.IDENTITY, "case.safe-contact", SafeChannels.class, 1).at("" + number);
    }

    @Override
    public String toString() {
        return "SafeContactVersion[" + number + "]";
    }
}
