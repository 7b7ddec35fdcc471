package org.candour.casework.chronology;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of a PDF: Liberation Sans (SIL Open Font License), which PDFBox brings with it, as far as it is used. It covers
 * Latin with all its diacritics, Greek and Cyrillic; a character that it does not cover stands as its number, such as
 * {@code [U+4E2D]}.
 */
final class PageFont {
    private static final String LIBERATION_SANS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDFont font;
    private final CmapLookup glyphs;

    PageFont(PDDocument document) throws IOException {
        try (var file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LIBERATION_SANS))) {
            var read = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            glyphs = read.getUnicodeCmapLookup();
            font = PDType0Font.load(document, read, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** The text in lines that are no wider than {@code width} points; never none. */
    List<String> lines(String text, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R", -1)) {
            wrap(shown(paragraph), size, width, lines);
        }
        return lines;
    }

    private void wrap(String text, float size, float width, List<String> lines) throws IOException {
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line.toString());
                longer = word;
            }
            line.setLength(0);
            line.append(broken(longer, size, width, lines));
        }
        lines.add(line.toString());
    }

    /** A word that is wider than a line is broken anywhere; what is left of it begins the next. */
    private String broken(String word, float size, float width, List<String> lines) throws IOException {
        var rest = word;
        while (width(rest, size) > width) {
            int end = rest.offsetByCodePoints(0, 1);
            while (width(rest.substring(0, rest.offsetByCodePoints(end, 1)), size) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** With accents joined to their letters, and without what the font lacks. */
    private String shown(String text) {
        var shown = new StringBuilder();
        Normalizer.normalize(text.replace('\t', ' '), Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> {
                    if (!Character.isISOControl(point) && glyphs.getGlyphId(point) != 0) {
                        shown.appendCodePoint(point);
                    } else {
                        shown.append("[U+%04X]".formatted(point));
                    }
                });
        return shown.toString();
    }
}
