package org.candour.disclosure.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates of birth of known parties in every usual form. Every date in the text is read and compared, so that the dates of
 * what happened stay.
 */
final class BirthDates {
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}+";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\p{N}/-])(\\d{1,4}) ?([./\\\\ -]) ?(\\d{1,2}) ?\\2 ?(\\d{1,4})(?!\\p{N})");
    private static final Pattern COMPACT =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\d{2})(\\d{2})(\\d{2})(\\d{2})?(?![\\p{L}\\p{N}])");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\p{N})(\\d{1,2}) ?(?:st|nd|rd|th)?[ \n.,/-]{0,3}(?:day )?(?:of )?(?:the )?" + MONTH
                    + "(?:[ \n.,'/-]{0,4}(\\d{4}|\\d{2})(?!\\p{N}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})" + MONTH
                    + "[ \n.,/-]{1,3}(?:the )?(\\d{1,2}) ?(?:st|nd|rd|th)?(?![\\p{N}:])(?:[ \n.,'/-]{1,4}(\\d{4}|\\d{2})(?!\\p{N}))?");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\p{N})(\\d{4})[ .,/-]{1,3}" + MONTH + "[ .,/-]{1,3}(\\d{1,2})(?:st|nd|rd|th)?(?!\\p{N})");
    private static final Pattern MONTH_AND_YEAR =
            Pattern.compile("(?<!\\p{L})" + MONTH + "[ \n.,'/-]{1,3}(\\d{4})(?!\\p{N})");
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(?<![\\p{N}/.-])(\\d{1,2})[./-](\\d{1,2})(?![\\p{N}/.-])");
    private static final List<String> BIRTH_WORDS = List.of("born", "birth", "dob", "d.o.b", "d o b");
    private static final int CENTURY = 100;

    private final FormatFindings found;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<KnownParty> parties;

    private BirthDates(FormatFindings found, List<KnownParty> parties) {
        this.found = found;
        this.parties = parties.stream()
                .filter(party -> party.dateOfBirth().isPresent())
                .toList();
    }

    static List<Candidate> find(FormatFindings found, List<KnownParty> parties) {
        var dates = new BirthDates(found, parties);
        if (!dates.parties.isEmpty()) {
            dates.findAll();
        }
        return dates.candidates;
    }

    private void findAll() {
        found.eachNearDigits(NUMERIC, this::numeric);
        found.eachNearDigits(COMPACT, this::compact);
        found.eachNearDigits(DAY_FIRST, match -> inWords(match, match.group(1), match.group(2), match.group(3)));
        found.eachNearDigits(MONTH_FIRST, match -> inWords(match, match.group(2), match.group(1), match.group(3)));
        found.eachNearDigits(YEAR_FIRST, match -> inWords(match, match.group(3), match.group(2), match.group(1)));
        found.eachNearDigits(
                MONTH_AND_YEAR,
                match -> each(birth -> {
                    if (birth.month == month(match.group(1)) && birth.isYear(match.group(2))) {
                        birth.propose(match, true);
                    }
                }));
        found.eachNearDigits(
                DAY_AND_MONTH,
                match -> each(birth -> {
                    boolean isDay = birth.day == number(match.group(1)) && birth.month == number(match.group(2));
                    if (isDay && found.follows(match.start(), BIRTH_WORDS)) {
                        birth.propose(match, true);
                    }
                }));
    }

    private void numeric(MatchResult match) {
        int first = number(match.group(1));
        int second = number(match.group(3));
        int third = number(match.group(4));
        boolean isYearFirst = match.group(1).length() > 2;
        each(birth -> {
            if (isYearFirst
                    ? birth.isDate(third, second, match.group(1))
                    : birth.isDate(first, second, match.group(4))) {
                birth.propose(match, false);
            } else if (!isYearFirst && birth.isDate(second, first, match.group(4))) {
                birth.propose(match, true); // month first, as in America
            }
        });
    }

    private void compact(MatchResult match) {
        var digits = match.group();
        boolean isLong = digits.length() == 8;
        if (!isLong && !found.follows(match.start(), BIRTH_WORDS)) {
            return; // six digits may be anything
        }
        each(birth -> {
            boolean isDayFirst =
                    birth.isDate(number(digits.substring(0, 2)), number(digits.substring(2, 4)), digits.substring(4));
            boolean isYearFirst = isLong
                    && birth.isDate(
                            number(digits.substring(6)), number(digits.substring(4, 6)), digits.substring(0, 4));
            if (isDayFirst || isYearFirst) {
                birth.propose(match, false);
            }
        });
    }

    private void inWords(MatchResult match, String day, String month, @Nullable String year) {
        each(birth -> {
            boolean isDay = birth.day == number(day) && birth.month == month(month);
            if (isDay && year != null && birth.isYear(year)) {
                birth.propose(match, false);
            } else if (isDay && year == null && found.follows(match.start(), BIRTH_WORDS)) {
                birth.propose(match, true);
            }
        });
    }

    private void each(Consumer<Birth> rule) {
        parties.forEach(party ->
                rule.accept(new Birth(party.label(), party.dateOfBirth().orElseThrow())));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int month(String letters) {
        return MONTHS.indexOf(letters) + 1;
    }

    private final class Birth {
        private final String label;
        private final int day;
        private final int month;
        private final int year;

        Birth(String label, LocalDate date) {
            this.label = label;
            day = date.getDayOfMonth();
            month = date.getMonthValue();
            year = date.getYear();
        }

        boolean isDate(int day, int month, String year) {
            return this.day == day && this.month == month && isYear(year);
        }

        boolean isYear(String digits) {
            return number(digits) == (digits.length() > 2 ? year : year % CENTURY);
        }

        void propose(MatchResult match, boolean needsReview) {
            candidates.add(
                    new Candidate(match.start(), match.end(), Category.DATE_OF_BIRTH, List.of(label), needsReview));
        }
    }
}
