package org.candour.disclosure.redaction;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Telephone numbers of nobody in particular. The library's own search tries again and again inside long runs of digits;
 * here it only judges numbers that begin as one must, each of at most 15 digits (ITU-T E.164).
 */
final class PhoneFormats {
    private static final Pattern NATIONAL = Pattern.compile(
            "(?<![\\p{L}\\p{N}/+])\\(?0(?=[ ().\\-_]{0,3}[1-35789])(?:[ ().\\-_\n]{0,3}+\\d){9,10}+(?!\\d)"
                    + "(?: {0,2}(?:ext|extn|extension|x)\\.? ?\\d{1,5}+)?");
    private static final Pattern INTERNATIONAL = Pattern.compile(
            "(?<![\\p{L}\\p{N}/+])(?:\\(?\\+|\\(?00(?=[ ().-]{0,2}[1-9])|(?=\\(?44[ ().-]{0,3}\\(?[0127]))"
                    + "(?:[ ().\\-_\n]{0,3}+\\d){7,16}+");
    private static final Pattern DATE_FIRST = Pattern.compile("\\d{2}[.-]\\d{2}[.-]\\d{2,4}");
    private static final int BRITAIN = 44;
    private static final int SHORTEST_NATIONAL = 10;
    private static final int LONGEST_NATIONAL = 11;
    private static final int FEWEST_DIGITS = 7;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    void find(FormatFindings found) {
        found.eachNearDigits(NATIONAL, match -> national(found, match.start(), match.end()));
        found.eachNearDigits(INTERNATIONAL, match -> international(found, match.start(), match.end()));
    }

    private void national(FormatFindings found, int start, int end) {
        var stretch = found.view().substring(start, end);
        var digits = FormatFindings.digits(stretch);
        var number = new PhoneNumber().setCountryCode(BRITAIN);
        boolean isValid = false;
        for (int length = Math.min(digits.length(), LONGEST_NATIONAL); length >= SHORTEST_NATIONAL; length--) {
            isValid |= numbers.isValidNumber(number.setNationalNumber(Long.parseLong(digits.substring(1, length))));
        }
        // Of the usual length, and so far given to nobody: a person decides.
        boolean isLikely = digits.length() >= LONGEST_NATIONAL
                && !DATE_FIRST.matcher(stretch).lookingAt();
        if (isValid || isLikely) {
            found.add(withOpening(found.view(), start, end), end, Category.PHONE, !isValid);
        }
    }

    private void international(FormatFindings found, int start, int matchEnd) {
        var stretch = found.view().substring(start, matchEnd);
        int valid = endOfNumber(stretch, numbers::isValidNumber);
        int possible = valid > 0 ? valid : endOfNumber(stretch, numbers::isPossibleNumber);
        if (possible > 0) {
            int end = start + possible;
            found.add(withOpening(found.view(), start, end), end, Category.PHONE, valid == 0);
        }
    }

    /** Where a number begins that has its first digit in the stretch: with its plus sign, and its bracket if it closes. */
    static int withOpening(String view, int start, int end) {
        int first = start;
        while (first < end && !Character.isDigit(view.charAt(first))) {
            first++;
        }
        boolean isClosed = view.substring(first, end).indexOf(')') >= 0
                && view.substring(first, end).indexOf('(') < 0;
        if (isClosed && first > 0 && view.charAt(first - 1) == '(') {
            first--;
        }
        if (first > 0 && view.charAt(first - 1) == '+') {
            first--;
        }
        return first;
    }

    /** The longest beginning that is a number somewhere in the world; 0 if none is. */
    private int endOfNumber(String stretch, Predicate<PhoneNumber> rule) {
        boolean isMarked = stretch.startsWith("+") || stretch.startsWith("(+");
        var digits = FormatFindings.digits(stretch);
        var dialled = isMarked || !digits.startsWith("00") ? digits : digits.substring(2);
        int skipped = digits.length() - dialled.length();
        for (int length = dialled.length(); length >= FEWEST_DIGITS; length--) {
            if (isNumber(dialled.substring(0, length), rule)) {
                return endOfDigit(stretch, skipped + length);
            }
        }
        return 0;
    }

    private boolean isNumber(String digits, Predicate<PhoneNumber> rule) {
        try {
            var withoutTrunkZero = digits.startsWith("440") ? BRITAIN + digits.substring(3) : digits;
            return rule.test(numbers.parse("+" + withoutTrunkZero, null));
        } catch (NumberParseException none) {
            return false;
        }
    }

    private static int endOfDigit(String stretch, int count) {
        int seen = 0;
        for (int i = 0; i < stretch.length(); i++) {
            if (stretch.charAt(i) >= '0' && stretch.charAt(i) <= '9' && ++seen == count) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("fewer digits than counted");
    }
}
