package org.candour.intake;

import org.candour.ledger.Compartment;
import org.candour.vault.Field;

/** The sealed fields of a report. */
final class ReportFields {
    static final Field<Identity> IDENTITY = new Field<>(Compartment.IDENTITY, "report.identity", Identity.class, 1);
    static final Field<Account> ACCOUNT = new Field<>(Compartment.ACCOUNT, "report.account", Account.class, 1);
    static final Field<Accused> ACCUSED = new Field<>(Compartment.ACCUSED, "report.accused", Accused.class, 1);

    private ReportFields() {}
}
