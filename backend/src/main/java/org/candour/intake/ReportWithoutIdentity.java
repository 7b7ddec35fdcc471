package org.candour.intake;

/** A report, opened but for who reports. */
public record ReportWithoutIdentity(Account account, Accused accused) {
    @Override
    public String toString() {
        return "ReportWithoutIdentity[hidden]";
    }
}
