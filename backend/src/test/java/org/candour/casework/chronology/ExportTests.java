package org.candour.casework.chronology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.access.TestAccess;
import org.candour.intake.FactDate;
import org.candour.ledger.VerifierCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is handed out is whole, the same twice over, and can be checked by somebody who has the published key and nothing else. */
class ExportTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestChronology CHRONOLOGY = new TestChronology(ACCESS);
    private static final String LONG = "An officer of the first office. ".repeat(120) + "THE END";

    @TempDir
    private Path directory;

    private final Actor advocate = ACCESS.advocate();
    private final CaseId id = CHRONOLOGY.granted(advocate);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    @BeforeEach
    void someEntries() {
        add("2021-03-03", "Zoë Żółć rang; Ştefan O’Ńeill answered.");
        add("2019-08-01", "Ελένη κάλεσε. Анна тоже. 中");
        add("2020-02-29", LONG);
        add("2018-01-01", "Line one.\nLine two.\tTab.");
        var wrong = add("2017-01-01", "Wrong year.");
        CHRONOLOGY.addEntry.correct(id, wrong.entryId(), draft("2016-01-01", "Right year."), wrong.version(), advocate);
        var alarm = CHRONOLOGY.view(id, advocate).alarms().get(0);
        CHRONOLOGY.closeAlarm.close(id, alarm.id(), "Écrit au commissaire.", version(), advocate);
    }

    private long version() {
        return CHRONOLOGY.chronologies.get(id).version();
    }

    private static EntryDraft draft(String day, String what) {
        var contact = TestChronology.contact(day, ActionTaken.NO);
        return new EntryDraft(
                contact.kind(),
                contact.happenedOn(),
                contact.particulars(),
                new EntryWords(what, "Sgt Odile Garçon", "Not thought worth it: " + day),
                List.of(new EntryDraft.KnownBy("iopc", FactDate.unknown())));
    }

    private EntryVersion add(String day, String what) {
        return CHRONOLOGY.addEntry.add(id, draft(day, what), version(), advocate);
    }

    private SignedChronology export() {
        return CHRONOLOGY.exportChronology.export(id, advocate);
    }

    private byte[] file(SignedChronology export, String name) {
        return java.util.Objects.requireNonNull(export.files().get(name));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private void unpack(SignedChronology export) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(export.zip()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(directory.resolve(entry.getName()), zip.readAllBytes());
            }
        }
        Files.writeString(directory.resolve("key"), ACCESS.ledger.ledger().verifierKey() + "\n");
    }

    private int verify() {
        out.reset();
        var args = List.of(
                "files",
                "--key",
                directory.resolve("key").toString(),
                "--note",
                directory.resolve(SignedChronology.NOTE).toString(),
                "--directory",
                directory.toString());
        return VerifierCommand.run(args, new PrintStream(out, true, UTF_8));
    }

    @Test
    void somebodyWithThePublishedKeyAloneCanCheckBothFiles() throws IOException {
        unpack(export());

        assertThat(verify()).as(out.toString(UTF_8)).isEqualTo(VerifierCommand.HOLDS);
        assertThat(out.toString(UTF_8)).contains("case " + id, "chronology.json", "chronology.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {SignedChronology.JSON, SignedChronology.PDF, SignedChronology.NOTE})
    void aFlippedBitAnywhereIsFound(String name) throws IOException {
        unpack(export());
        var whole = Files.readAllBytes(directory.resolve(name));
        for (var at : IntStream.iterate(0, i -> i < whole.length, i -> i + whole.length / 13 + 1)
                .toArray()) {
            var flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(directory.resolve(name), flipped);

            assertThat(verify()).as(name + " at " + at).isEqualTo(VerifierCommand.REJECTED);
        }
    }

    @Test
    void aMissingFileIsTold() throws IOException {
        unpack(export());
        Files.delete(directory.resolve(SignedChronology.PDF));

        assertThat(verify()).isEqualTo(VerifierCommand.UNUSABLE);
    }

    @Test
    void everyEntryIsInBothFilesInTheOrderItHappened() throws IOException {
        var export = export();
        var json = JsonMapper.shared().readTree(file(export, SignedChronology.JSON));
        var pdf = text(file(export, SignedChronology.PDF));

        var ids = CHRONOLOGY.view(id, advocate).entries().stream()
                .map(EntryView::id)
                .toList();
        assertThat(ids).hasSize(6);
        var entries = json.path("entries").valueStream().toList();
        assertThat(entries)
                .extracting(entry -> entry.path("id").stringValue())
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(entries)
                .extracting(entry -> entry.at("/happenedOn/from").stringValue())
                .isSorted();
        assertThat(pdf)
                .containsSubsequence(entries.stream()
                        .map(entry -> "Entry: " + entry.path("id").stringValue())
                        .toList());
        entries.forEach(entry -> assertThat(words(pdf))
                .contains(words("Reasons given: " + entry.path("rationale").stringValue())));
        assertThat(json.path("alarms").valueStream().map(ExportTests::closingReason))
                .contains("Écrit au commissaire.");
        assertThat(words(pdf)).contains("Écrit au commissaire.");
    }

    private static String closingReason(JsonNode alarm) {
        return alarm.at("/history")
                .valueStream()
                .map(step -> step.path("reason").stringValue(""))
                .collect(Collectors.joining());
    }

    @Test
    void namesAndWordsAreReadableInThePdfWhateverTheirLetters() throws IOException {
        var pdf = words(text(file(export(), SignedChronology.PDF)));

        assertThat(pdf)
                .contains(
                        "Zoë Żółć rang; Ştefan O’Ńeill answered.",
                        "Ελένη κάλεσε. Анна тоже. [U+4E2D]",
                        "Line one. Line two. Tab.",
                        "Sgt Odile Garçon",
                        "Known by: iopc, date unknown");
        assertThat(pdf.replaceAll("Chronology of case [0-9a-f-]+, page \\d+ ", ""))
                .contains(LONG);
    }

    @Test
    void thePdfIsTaggedAndSaysItsTitleAndLanguage() throws IOException {
        try (var document = Loader.loadPDF(file(export(), SignedChronology.PDF))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Chronology of case " + id);
            assertThat(catalog.getStructureTreeRoot().getKids()).hasSize(1);
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (var page : document.getPages()) {
                assertThat(page.getStructParents()).isNotNegative();
                assertThatFontsAreEmbedded(page);
            }
        }
    }

    private static void assertThatFontsAreEmbedded(PDPage page) throws IOException {
        for (COSName name : page.getResources().getFontNames()) {
            assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
    }

    @Test
    void equalContentHasEqualBytes() {
        var entries = CHRONOLOGY.view(id, advocate).entries();
        var one = new ChronologyExport(
                ChronologyExport.FORMAT,
                id.value(),
                ACCESS.clock.instant(),
                advocate.id().value(),
                1,
                entries,
                List.of());
        var other = new ChronologyExport(
                ChronologyExport.FORMAT,
                id.value(),
                ACCESS.clock.instant(),
                advocate.id().value(),
                1,
                entries.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList(),
                List.of());

        assertThat(CanonicalJson.bytes(one)).isEqualTo(CanonicalJson.bytes(other));
        assertThat(ChronologyPdf.of(one)).isEqualTo(ChronologyPdf.of(other));
    }

    /** The example of RFC 8785 section 3.2.2, without its numbers. */
    @Test
    void jsonIsSpelledAsRfc8785Says() {
        record Example(List<Object> literals, String string, long number) {}

        var spelled = CanonicalJson.bytes(
                new Example(List.of(true, false), "€$" + (char) 15 + "\nA'B\"\\\\\"/\uD83D\uDE00" + (char) 127, 42));

        assertThat(new String(spelled, UTF_8))
                .isEqualTo("{\"literals\":[true,false],\"number\":42,\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/"
                        + "\uD83D\uDE00" + (char) 127 + "\"}");
    }

    @Test
    void theLedgerCommitsToWhatWasHandedOut() throws Exception {
        ACCESS.ledger.fresh();

        var note = new String(file(export(), SignedChronology.NOTE), UTF_8);

        var text = note.substring(0, note.indexOf("\n\n") + 1);
        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        assertThat(ACCESS.ledger.fresh())
                .extracting(
                        recorded -> recorded.entry().act(),
                        recorded -> recorded.entry().commitment())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Act.EXPORT_CHRONOLOGY.name(), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(Act.SIGN_CHRONOLOGY.name(), Optional.of(digest)));
    }

    @Test
    void anEmptyChronologyIsExportedAsOne() throws IOException {
        var empty = CHRONOLOGY.granted(advocate);

        var pdf = CHRONOLOGY.exportChronology.export(empty, advocate).files().get(SignedChronology.PDF);

        assertThat(words(text(java.util.Objects.requireNonNull(pdf)))).contains("Entries: 0");
    }

    @Test
    void whoHoldsNoGrantTakesNothingOutAndNothingIsSigned() {
        var other = CHRONOLOGY.withoutGrant();
        ACCESS.ledger.fresh();

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> CHRONOLOGY.exportChronology.export(other, advocate));

        assertThat(ACCESS.ledger.fresh())
                .extracting(recorded -> recorded.entry().act())
                .containsExactly(Act.EXPORT_CHRONOLOGY.name());
    }

    @Test
    void aDateThatNobodyKnowsStandsAtTheEndAndIsCalledUnknown() throws IOException {
        CHRONOLOGY.addEntry.add(id, TestChronology.at(FactDate.unknown()), version(), advocate);

        var export = export();

        var json = JsonMapper.shared().readTree(file(export, SignedChronology.JSON));
        assertThat(json.at("/entries/6/happenedOn").toString()).isEqualTo("{\"precision\":\"UNKNOWN\"}");
        assertThat(text(file(export, SignedChronology.PDF))).contains("7. date unknown: Other fact");
    }
}
