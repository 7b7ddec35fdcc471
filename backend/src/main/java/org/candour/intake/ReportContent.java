package org.candour.intake;

/** A report, opened. */
public record ReportContent(Identity identity, Account account, Accused accused) {
    @Override
    public String toString() {
        return "ReportContent[hidden]";
    }
}
