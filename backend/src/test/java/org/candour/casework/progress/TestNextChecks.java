package org.candour.casework.progress;

import org.candour.access.TestAccess;
import org.candour.casework.due.TestDueDates;

/** For the tests of the case file, whose progress shows the day. */
public final class TestNextChecks {
    private TestNextChecks() {}

    public static NextChecks of(TestAccess access) {
        return new NextChecks(access.mongo, access.ledger.aggregates(), TestDueDates.of(access));
    }

    public static SetNextCheck set(TestAccess access) {
        return new SetNextCheck(access.gate, access.vault.vault(), of(access), access.clock);
    }

    public static ReadNextCheck read(TestAccess access) {
        return new ReadNextCheck(access.gate, access.vault.vault(), of(access), access.clock);
    }
}
