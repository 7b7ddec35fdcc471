package org.candour.casework.due;

import org.candour.access.TestAccess;

/** For the tests of the parts that tell lists what is due. */
public final class TestDueDates {
    private TestDueDates() {}

    public static DueDates of(TestAccess access) {
        return new DueDates(access.cases);
    }
}
