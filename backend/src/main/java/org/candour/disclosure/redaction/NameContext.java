package org.candour.disclosure.redaction;

import java.util.Set;
import java.util.regex.Pattern;
import org.candour.disclosure.redaction.Form.Kind;

/** Judges by the words around whether a form that is found means the person. */
final class NameContext {
    private static final Pattern TYPED_CARELESSLY = Pattern.compile("(?:^|[ \n])i(?=[ \n'])");
    private static final Set<String> BEFORE_MONTH = Set.of(
            "in",
            "last",
            "next",
            "since",
            "early",
            "late",
            "mid",
            "of",
            "from",
            "until",
            "till",
            "by",
            "during",
            "this",
            "every",
            "before",
            "after",
            "through",
            "between",
            "around",
            "end",
            "beginning",
            "start",
            "on");
    private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(?:st|nd|rd|th)$");
    private static final Set<String> WORD_INITIALS = Set.of("i", "a");
    private static final int LONGEST_TITLE = 14;

    private final NormalisedText text;
    private final boolean isTypedCarelessly;

    /** What to do with a form that is found. */
    enum Verdict {
        CERTAIN,
        REVIEW,
        LEAVE
    }

    NameContext(NormalisedText text) {
        this.text = text;
        // A small "i" gives away a text without capital letters; there, only a person can tell will from Will.
        isTypedCarelessly = hasSmallI();
    }

    private boolean hasSmallI() {
        var matcher = TYPED_CARELESSLY.matcher(text.view());
        while (matcher.find()) {
            if (!text.isCapital(matcher.end() - 1)) {
                return true;
            }
        }
        return false;
    }

    Verdict judge(Kind kind, int start, int end) {
        return switch (kind) {
            case WHOLE, SIGN -> Verdict.CERTAIN;
            case ONE_WORD -> oneWord(start, end);
            case ENDS_WITH_INITIAL -> endsWithInitial(end);
            case DOTTED_INITIALS -> dottedInitials(start, end);
            case PLAIN_INITIALS -> plainInitials(start, end);
        };
    }

    private Verdict oneWord(int start, int end) {
        var word = text.view().substring(start, end);
        if (CommonWords.isMonth(word)) {
            return isInDate(start, end) ? Verdict.LEAVE : forCase(start, end, Verdict.REVIEW);
        }
        return CommonWords.contains(word) ? forCase(start, end, Verdict.CERTAIN) : Verdict.CERTAIN;
    }

    private Verdict forCase(int start, int end, Verdict insideSentence) {
        if (!text.isCapital(start)) {
            return isTypedCarelessly ? Verdict.REVIEW : Verdict.LEAVE;
        }
        boolean isAllCapitals = end - start > 1 && text.isCapital(start + 1);
        return isAllCapitals || startsSentence(start) ? Verdict.REVIEW : insideSentence;
    }

    private boolean startsSentence(int start) {
        int i = start - 1;
        while (i >= 0 && " '\"(*-_[".indexOf(text.at(i)) >= 0) {
            i--;
        }
        return i < 0 || (".!?:;\n\u2022\u201C\u201D".indexOf(text.at(i)) >= 0 && titleStart(start) == start);
    }

    private boolean isInDate(int start, int end) {
        int previousEnd = skipBack(start);
        int previousStart = wordStart(previousEnd);
        var previous = text.view().substring(previousStart, previousEnd);
        if (BEFORE_MONTH.contains(previous)
                || isDayOrYear(ORDINAL.matcher(previous).replaceFirst(""))) {
            return true;
        }
        int nextStart = end;
        while (nextStart < text.length() && nextStart - end < 2 && !text.isWord(nextStart)) {
            nextStart++;
        }
        int nextEnd = nextStart;
        while (nextEnd < text.length() && text.isDigit(nextEnd) && nextEnd - nextStart <= 4) {
            nextEnd++;
        }
        return isDayOrYear(text.view().substring(nextStart, nextEnd));
    }

    private static boolean isDayOrYear(String digits) {
        boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber && (digits.length() <= 2 || (digits.length() == 4 && "12".indexOf(digits.charAt(0)) >= 0));
    }

    // "O'Connor, A" at the end of a line or before a sign; "Connor, I saw" is somebody speaking.
    private Verdict endsWithInitial(int end) {
        if (end >= text.length() || text.at(end) == '.') {
            return Verdict.CERTAIN;
        }
        if (text.at(end) == '\'') {
            return Verdict.LEAVE;
        }
        boolean isWord = WORD_INITIALS.contains(text.view().substring(end - 1, end));
        boolean isFollowed = text.at(end) == ' ' && end + 1 < text.length() && text.isWord(end + 1);
        return !isFollowed ? Verdict.CERTAIN : isWord ? Verdict.LEAVE : Verdict.CERTAIN;
    }

    private Verdict dottedInitials(int start, int end) {
        var letters = text.view().substring(start, end).replaceAll("[^a-z]", "");
        boolean isHour = letters.equals("am") || letters.equals("pm");
        if (isHour && start > 1 && (text.isDigit(start - 1) || text.isDigit(start - 2))) {
            return Verdict.LEAVE; // 9 P.M.
        }
        boolean isDotted = text.view().substring(start, end).indexOf('.') > 0;
        return isDotted ? Verdict.CERTAIN : Verdict.REVIEW;
    }

    private Verdict plainInitials(int start, int end) {
        var word = text.view().substring(start, end);
        return CommonWords.isAbbreviation(word) || CommonWords.contains(word) ? Verdict.LEAVE : Verdict.REVIEW;
    }

    /** Where the titles before a name begin; {@code start} if there are none. */
    int titleStart(int start) {
        return titles(start, false);
    }

    /** Where the police ranks before a name begin; {@code start} if there are none. */
    int rankStart(int start) {
        return titles(start, true);
    }

    private int titles(int start, boolean ranksOnly) {
        int begin = start;
        while (true) {
            int end = begin;
            while (end > 0
                    && begin - end < 3
                    && (text.at(end - 1) == ' ' || text.at(end - 1) == '.' || text.at(end - 1) == '\n')) {
                end--;
            }
            int first = wordStart(end);
            var word = text.view().substring(first, end);
            boolean isTitle = ranksOnly ? Titles.isRank(word) : Titles.isTitle(word);
            boolean isApart = end < begin && first < end && text.isBoundary(first);
            if (!isApart || !isTitle || (Titles.needsCapital(word) && !text.isCapital(first))) {
                return begin;
            }
            begin = first;
        }
    }

    private int wordStart(int end) {
        int first = end;
        while (first > 0 && end - first < LONGEST_TITLE && text.isWord(first - 1)) {
            first--;
        }
        return first;
    }

    private int skipBack(int start) {
        int end = start;
        while (end > 0 && start - end < 2 && !text.isWord(end - 1)) {
            end--;
        }
        return end;
    }
}
