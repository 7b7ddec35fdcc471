package org.candour.disclosure.redaction;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers that an authority or a bank gave to a person. */
final class NumberFormats {
    private static final String FREE = "(?<![\\p{L}\\p{N}/.])";
    private static final String END = "(?![\\p{L}\\p{N}/])";

    private static final Pattern NHS = Pattern.compile(FREE + "\\d{3}([ -]?)\\d{3}[ -]?\\d{4}" + END);
    private static final List<String> NHS_WORDS = List.of("nhs");

    /** HMRC manual NIM39110: letters not used, prefixes not used, a last letter A to D; TN for a temporary one. */
    private static final Pattern INSURANCE = Pattern.compile(FREE
            + "(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z][ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[a-d]"
            + END);

    private static final Pattern TEMPORARY =
            Pattern.compile(FREE + "tn[ -]?(?:0[1-9]|[12]\\d|3[01])[ -]?(?:0[1-9]|1[0-2])[ -]?\\d{2}[ -]?[mf]" + END);
    private static final Pattern INSURANCE_SHAPE =
            Pattern.compile(FREE + "(?:[a-z]{2}(?:[ -]?\\d{2}){3}(?:[ -]?[a-z])?|\\d{2} ?[a-z] ?\\d{5})" + END);
    private static final List<String> INSURANCE_WORDS = List.of("insurance", "nino", "ni number", "ni no");

    private static final Pattern SORT_CODE = Pattern.compile(FREE + "\\d{2}[- ]?\\d{2}[- ]?\\d{2}" + END);
    private static final List<String> SORT_CODE_WORDS = List.of("sort code", "sortcode", "s/c", "sort-code");
    private static final Pattern ACCOUNT = Pattern.compile(FREE + "\\d{4} ?\\d{3,4}" + END);
    private static final List<String> ACCOUNT_WORDS =
            List.of("account", "acct", "acc ", "acc:", "acc no", "a/c", "sort code");
    private static final Pattern CARD = Pattern.compile("(?<![\\d/])[2-6](?:[ -]?\\d){12,18}(?!\\d)");
    private static final Pattern IBAN = Pattern.compile(FREE + "[a-z]{2}\\d{2}(?: ?[a-z0-9]{1,4}){3,8}" + END);
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final int FEWEST_IBAN_DIGITS = 8;

    /** Five letters of the surname, the date of birth in disguise, initials: as telling as a name. */
    private static final Pattern DRIVER = Pattern.compile(
            FREE + "[a-z9]{5}[ .]?\\d[0156]\\d[0-3]\\d{2}[ .]?[a-z9]{2}\\d?[a-z0-9]{2,3}(?: ?\\d{2})?" + END);

    private static final Pattern PASSPORT = Pattern.compile(FREE + "(?:\\d{9}|[a-z]{1,2}\\d{7,8})" + END);
    private static final List<String> PASSPORT_WORDS = List.of("passport");

    private NumberFormats() {}

    static void find(FormatFindings found) {
        found.eachNearDigits(NHS, match -> nhs(found, match));
        found.eachNearDigits(INSURANCE, match -> {
            // "On 12-05-24 a man" has the shape too.
            boolean isWord = CommonWords.contains(match.group().substring(0, 2));
            if (!isWord || found.isUpperCase(match.start(), match.end())) {
                add(found, match, Category.NATIONAL_INSURANCE_NUMBER);
            }
        });
        found.eachNearDigits(TEMPORARY, match -> add(found, match, Category.NATIONAL_INSURANCE_NUMBER));
        found.eachNearDigits(INSURANCE_SHAPE, match -> {
            // Not one that is issued, but meant as one: perhaps misspelt.
            if (found.follows(match.start(), INSURANCE_WORDS)) {
                found.add(match.start(), match.end(), Category.NATIONAL_INSURANCE_NUMBER, true);
            }
        });
        inContext(found, SORT_CODE, SORT_CODE_WORDS, Category.BANK);
        inContext(found, ACCOUNT, ACCOUNT_WORDS, Category.BANK);
        inContext(found, PASSPORT, PASSPORT_WORDS, Category.OTHER_IDENTIFIER);
        found.eachNearDigits(CARD, match -> {
            if (CheckDigits.isLuhn(FormatFindings.digits(match.group()))) {
                add(found, match, Category.BANK);
            }
        });
        found.eachNearDigits(IBAN, match -> iban(found, match));
        found.eachNearDigits(DRIVER, match -> add(found, match, Category.OTHER_IDENTIFIER));
    }

    private static void nhs(FormatFindings found, MatchResult match) {
        boolean isNamed = found.follows(match.start(), NHS_WORDS);
        boolean isValid = CheckDigits.isNhsNumber(FormatFindings.digits(match.group()));
        if (isValid || isNamed) {
            boolean isSpaced = !match.group(1).isEmpty();
            found.add(match.start(), match.end(), Category.NHS_NUMBER, !isValid || !(isSpaced || isNamed));
        }
    }

    /** The longest beginning that the check digits confirm; words may follow it. */
    private static void iban(FormatFindings found, MatchResult match) {
        for (int end = match.end(); end - match.start() >= SHORTEST_IBAN; end--) {
            boolean isWordEnd = end == found.view().length()
                    || !Character.isLetterOrDigit(found.view().charAt(end));
            var signs = isWordEnd ? found.view().substring(match.start(), end).replace(" ", "") : "";
            if (signs.length() >= SHORTEST_IBAN
                    && signs.length() <= LONGEST_IBAN
                    && FormatFindings.digits(signs).length() >= FEWEST_IBAN_DIGITS
                    && CheckDigits.isIban(signs.toUpperCase(Locale.ROOT))) {
                found.add(match.start(), end, Category.BANK, false);
                return;
            }
        }
    }

    private static void inContext(FormatFindings found, Pattern pattern, List<String> words, Category category) {
        found.eachNearDigits(pattern, match -> {
            if (found.follows(match.start(), words)) {
                add(found, match, category);
            }
        });
    }

    private static void add(FormatFindings found, MatchResult match, Category category) {
        found.add(match.start(), match.end(), category, false);
    }
}
