package org.candour.casework.chronology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;

/** A chronology to be read by people: the same content as its JSON. */
final class ChronologyPdf {
    private final TaggedPages pages;

    private ChronologyPdf(TaggedPages pages) {
        this.pages = pages;
    }

    static byte[] of(ChronologyExport export) {
        var title = "Chronology of case " + export.caseId();
        try (var pages = new TaggedPages(title, title, export.exportedAt())) {
            new ChronologyPdf(pages).write(export, title);
            return pages.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF is made in memory", e);
        }
    }

    private void write(ChronologyExport export, String title) throws IOException {
        pages.title(title);
        pages.paragraph("Exported " + export.exportedAt() + " by " + export.exportedBy() + ", ledger entry "
                + export.ledgerEntry() + ". Entries: " + export.entries().size()
                + ". Times are UTC. \"Unknown\" says that it is not known, never that it was not so.");
        int number = 1;
        for (var entry : export.entries()) {
            write(number++, entry);
        }
        if (!export.alarms().isEmpty()) {
            pages.heading("Alarms");
        }
        for (var alarm : export.alarms()) {
            write(alarm);
        }
    }

    private void write(int number, EntryView entry) throws IOException {
        pages.heading(number + ". " + date(entry.happenedOn()) + ": " + words(entry.kind()));
        if (entry.supersededBy() != null) {
            pages.paragraph("Superseded by " + entry.supersededBy());
        }
        line("What", entry.what());
        write(entry.particulars());
        line("Decided by (name)", entry.decidedByName());
        line("Reasons given", entry.rationale());
        for (var known : entry.knownBy()) {
            line(
                    "Known by",
                    known.body() + ", " + date(known.knownOn()) + " (recorded " + known.recordedAt() + " by "
                            + known.recordedBy() + ")");
        }
        line("Recorded", entry.recordedAt() + " by " + entry.recordedBy());
        line("Corrects", entry.corrects());
        line("Entry", entry.id());
    }

    private void write(Particulars particulars) throws IOException {
        line("Body", particulars.body());
        code("Contact", particulars.contact());
        code("Action taken", particulars.actionTaken());
        code("Decided by", particulars.decidedBy());
        code("Response", particulars.response());
        var review = particulars.reviewOn();
        line("Review on", review == null ? null : review.toString());
    }

    private void write(AlarmView alarm) throws IOException {
        pages.paragraph(words(alarm.code()) + ", level " + alarm.level() + ": " + words(alarm.state()) + ". Alarm "
                + alarm.id());
        for (var step : alarm.history()) {
            line(
                    words(step.state()),
                    step.at() + " by " + step.by() + ", entry " + step.about()
                            + (step.reason() == null ? "" : ": " + step.reason()));
        }
    }

    private void code(String label, @Nullable Enum<?> code) throws IOException {
        if (code != null) {
            line(label, words(code));
        }
    }

    private void line(String label, @Nullable String value) throws IOException {
        if (value != null) {
            pages.paragraph(label + ": " + value);
        }
    }

    private static String date(FactDate date) {
        return switch (date.precision()) {
            case EXACT -> String.valueOf(date.from());
            case RANGE -> date.from() + " to " + date.to();
            case UNKNOWN -> "date unknown";
        };
    }

    private static String words(Enum<?> code) {
        var words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
