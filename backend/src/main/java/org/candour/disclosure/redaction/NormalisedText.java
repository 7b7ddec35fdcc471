package org.candour.disclosure.redaction;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the rules see it: lower case, without diacritics and invisible characters, compatibility forms (full width,
 * ligatures, mathematical letters) resolved, every apostrophe a {@code '}, every dash a {@code -}, every white space a
 * space or a line feed. Each character of this view knows the stretch of the original it stands for.
 *
 * <p>Folding is done code point by code point, so one original character yields none, one or several characters of the
 * view; what yields none (a combining mark, a zero-width space) belongs to the character before it. A stretch of the view
 * therefore always maps to whole original characters with their marks.
 */
final class NormalisedText {
    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte IDEOGRAPH = 3;

    private static final String APOSTROPHES =
            "'`\u00B4\u2018\u2019\u201A\u201B\u2032\u2035\u02B9\u02BB\u02BC\u02BD\u055A\uA78C";
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u17B4\u17B5";
    private static final int LONGEST_FOLD = 6;
    private static final int NEXT_LINE = 0x85;
    private static final int MINUS = 0x2212;

    private final StringBuilder building;
    private final String view;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private boolean[] capitals;

    private NormalisedText(String text) {
        int capacity = text.length() + 16;
        building = new StringBuilder(capacity);
        starts = new int[capacity];
        ends = new int[capacity];
        kinds = new byte[capacity];
        capitals = new boolean[capacity];
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            int before = building.length();
            fold(codePoint, at, next);
            if (building.length() == before && before > 0) {
                attachToPrevious(before - 1, next);
            }
            at = next;
        }
        view = building.toString();
    }

    static NormalisedText of(String text) {
        return new NormalisedText(text);
    }

    /** Only the view, for what needs no way back. */
    static String fold(String text) {
        return new NormalisedText(text).view;
    }

    String view() {
        return view;
    }

    int length() {
        return view.length();
    }

    char at(int index) {
        return view.charAt(index);
    }

    boolean isLetter(int index) {
        return kinds[index] == LETTER || kinds[index] == IDEOGRAPH;
    }

    boolean isDigit(int index) {
        return kinds[index] == DIGIT;
    }

    boolean isWord(int index) {
        return kinds[index] != OTHER;
    }

    /** Whether the original was an upper-case or title-case letter. */
    boolean isCapital(int index) {
        return capitals[index];
    }

    /** Whether a word, a number or a sign could begin or end just before {@code index}. */
    boolean isBoundary(int index) {
        return index <= 0
                || index >= view.length()
                || kinds[index] != kinds[index - 1]
                || kinds[index] == IDEOGRAPH
                || kinds[index] == OTHER;
    }

    /** Where in the original a stretch of the view begins. */
    int originalStart(int start) {
        return starts[start];
    }

    /** Where in the original a stretch of the view ends, given its (exclusive, not empty) end. */
    int originalEnd(int end) {
        return ends[end - 1];
    }

    private void attachToPrevious(int last, int end) {
        int sameStart = starts[last];
        for (int i = last; i >= 0 && starts[i] == sameStart; i--) {
            ends[i] = end;
        }
    }

    private void fold(int codePoint, int start, int end) {
        if (codePoint < 0x80 || isPlain(codePoint)) {
            put(codePoint, start, end, Character.isUpperCase(codePoint));
            return;
        }
        boolean isCapital = Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint);
        var decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        if (decomposed.length() > LONGEST_FOLD) {
            put(codePoint, start, end, isCapital); // a whole phrase in one sign; nobody writes a name with it
            return;
        }
        decomposed.codePoints().forEach(part -> put(part, start, end, isCapital || Character.isUpperCase(part)));
    }

    // These have a decomposition (a space and a mark) that would lose what they are used for.
    private static boolean isPlain(int codePoint) {
        return APOSTROPHES.indexOf(codePoint) >= 0;
    }

    private void put(int codePoint, int start, int end, boolean isCapital) {
        if (APOSTROPHES.indexOf(codePoint) >= 0) {
            append('\'', OTHER, start, end, false);
        } else if (Character.getType(codePoint) == Character.DASH_PUNCTUATION || codePoint == MINUS) {
            append('-', OTHER, start, end, false);
        } else if (codePoint == '\n' || codePoint == NEXT_LINE || codePoint == 0x2028 || codePoint == 0x2029) {
            append('\n', OTHER, start, end, false);
        } else if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            append(' ', OTHER, start, end, false);
        } else if (!isInvisible(codePoint)) {
            putVisible(codePoint, start, end, isCapital);
        }
    }

    private void putVisible(int codePoint, int start, int end, boolean isCapital) {
        if (Character.isDigit(codePoint)) {
            append((char) ('0' + Character.digit(codePoint, 10)), DIGIT, start, end, false);
            return;
        }
        int lower = Character.toLowerCase(Character.toUpperCase(codePoint));
        byte kind = kindOf(lower);
        for (char unit : undecomposable(lower)) {
            append(unit, kind, start, end, isCapital);
        }
    }

    // Letters with a stroke or ligatures that Unicode does not decompose, as people without the key type them.
    private static char[] undecomposable(int lower) {
        return switch (lower) {
            case 'ß' -> new char[] {'s', 's'};
            case 'æ' -> new char[] {'a', 'e'};
            case 'œ' -> new char[] {'o', 'e'};
            case 'ø' -> new char[] {'o'};
            case 'đ', 'ð' -> new char[] {'d'};
            case 'ł' -> new char[] {'l'};
            case 'ħ' -> new char[] {'h'};
            case 'ŧ' -> new char[] {'t'};
            case 'þ' -> new char[] {'t', 'h'};
            default -> Character.toChars(lower);
        };
    }

    private static byte kindOf(int codePoint) {
        if (Character.isIdeographic(codePoint)) {
            return IDEOGRAPH;
        }
        boolean isSpacingMark = Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
        return Character.isLetter(codePoint) || isSpacingMark ? LETTER : OTHER;
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> FILLERS.indexOf(codePoint) >= 0;
        };
    }

    private void append(char unit, byte kind, int start, int end, boolean isCapital) {
        int at = building.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
            kinds = Arrays.copyOf(kinds, at * 2);
            capitals = Arrays.copyOf(capitals, at * 2);
        }
        building.append(unit);
        starts[at] = start;
        ends[at] = end;
        kinds[at] = kind;
        capitals[at] = isCapital;
    }
}
