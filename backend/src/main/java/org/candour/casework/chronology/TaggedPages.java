package org.candour.casework.chronology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * A PDF of headings and paragraphs that a screen reader can follow: tagged, in reading order, with its language, its title and
 * an embedded font. Equal content has equal bytes.
 */
final class TaggedPages implements AutoCloseable {
    private static final float MARGIN = 56;
    private static final float TEXT_SIZE = 10.5f;
    private static final float LEADING = 1.4f;
    private static final float FOOT_SIZE = 8;

    private final PDDocument document = new PDDocument();
    private final PageFont font;
    private final StructureTree structure;
    private final String foot;
    private @Nullable PDPageContentStream content;
    private @Nullable PDPage page;
    private float y;
    private int pages;

    TaggedPages(String title, String foot, Instant at) throws IOException {
        this.foot = foot;
        font = new PageFont(document);
        structure = new StructureTree(document);
        document.setVersion(1.7f);
        document.setDocumentId(at.toEpochMilli()); // else it would be the time of saving
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreator("Candour");
        information.setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("en-GB");
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        var preferences = new PDViewerPreferences(catalog.getCOSObject());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    void title(String text) throws IOException {
        block("H1", text, 17);
    }

    void heading(String text) throws IOException {
        block("H2", text, 12.5f);
    }

    void paragraph(String text) throws IOException {
        block("P", text, TEXT_SIZE);
    }

    private void block(String tag, String text, float size) throws IOException {
        y -= size * 0.5f;
        var element = structure.element(tag);
        var width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        Optional<PDPageContentStream> marked = Optional.empty();
        for (var line : font.lines(text, size, width)) {
            if (page == null || y < MARGIN + size * LEADING) {
                end(marked);
                marked = Optional.empty();
                newPage();
            }
            if (marked.isEmpty()) {
                marked = Optional.of(begin(element, tag));
            }
            y -= size * LEADING;
            show(marked.get(), line, size, y);
        }
        end(marked);
    }

    private PDPageContentStream begin(StructureTree.Element element, String tag) throws IOException {
        var stream = java.util.Objects.requireNonNull(content);
        stream.beginMarkedContent(COSName.getPDFName(tag), element.markOn(java.util.Objects.requireNonNull(page)));
        return stream;
    }

    private static void end(Optional<PDPageContentStream> marked) throws IOException {
        if (marked.isPresent()) {
            marked.get().endMarkedContent();
        }
    }

    private void show(PDPageContentStream stream, String line, float size, float at) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        stream.beginText();
        stream.setFont(font.font(), size);
        stream.newLineAtOffset(MARGIN, at);
        stream.showText(line);
        stream.endText();
    }

    private void newPage() throws IOException {
        endPage();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        structure.begin(page);
        content = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        pages++;
    }

    private void endPage() throws IOException {
        if (content != null) {
            content.beginMarkedContent(COSName.getPDFName("Artifact"));
            show(content, foot + ", page " + pages, FOOT_SIZE, MARGIN / 2);
            content.endMarkedContent();
            content.close();
        }
    }

    byte[] bytes() throws IOException {
        endPage();
        structure.finish();
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
