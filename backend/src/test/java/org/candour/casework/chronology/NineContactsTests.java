package org.candour.casework.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candour.access.CaseId;
import org.candour.intake.FactDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nine contacts with three forces over two decades, as in DOMAIN section 8, article 003. All were recorded here on 2026-01-05,
 * one an hour; the answers were worked out by hand from this table.
 *
 * <pre>
 * no  contact with  happened               action   others came to know
 *  1  met           2000 (some day)        NO
 *  2  met           2002-02-14             NO
 *  3  met           2002-12-31             UNKNOWN
 *  4  northfield    2004-02-29             YES      met 2009-06-01
 *  5  westmarch     2016-03-27             NO
 *  6  westmarch     2017-05-01 to 05-31    NO       met, nobody knows when
 *  7  northfield    2019-08-20             NO
 *  8  met           2021-07-25             NO
 *  9  met           2021-10-01             YES
 * </pre>
 */
class NineContactsTests {
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");

    private Chronology chronology = Chronology.empty(CaseId.next());
    private final List<Integer> levels = new ArrayList<>();
    private int hours;

    @BeforeEach
    void nineContacts() {
        contact("met", FactDate.between(day("2000-01-01"), day("2000-12-31")), ActionTaken.NO);
        contact("met", on("2002-02-14"), ActionTaken.NO);
        contact("met", on("2002-12-31"), ActionTaken.UNKNOWN);
        var fourth = contact("northfield", on("2004-02-29"), ActionTaken.YES);
        knew(fourth, "met", on("2009-06-01"));
        contact("westmarch", on("2016-03-27"), ActionTaken.NO);
        var sixth = contact("westmarch", FactDate.between(day("2017-05-01"), day("2017-05-31")), ActionTaken.NO);
        knew(sixth, "met", FactDate.unknown());
        contact("northfield", on("2019-08-20"), ActionTaken.NO);
        contact("met", on("2021-07-25"), ActionTaken.NO);
        contact("met", on("2021-10-01"), ActionTaken.YES);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static FactDate on(String day) {
        return FactDate.exactly(day(day));
    }

    private Entry contact(String body, FactDate on, ActionTaken action) {
        var entry = TestEntries.contact(body, on, action, FIRST.plusSeconds(3600L * hours++));
        chronology.add(entry);
        levels.add(alarm().map(alarm -> alarm.last().level()).orElse(0));
        return entry;
    }

    private void knew(Entry entry, String body, FactDate on) {
        chronology.knew(entry.id(), new BodyKnew(body, on, entry.recordedAt(), TestEntries.ADVOCATE));
    }

    private Optional<Alarm> alarm() {
        return chronology.alarms().stream()
                .filter(alarm -> alarm.code() == AlarmCode.REPEATED_CONTACT_WITHOUT_ACTION)
                .findFirst();
    }

    @Test
    void theAlarmIsUpByTheSecondContactAndRisesWithEachOnWhichNoActionIsRecorded() {
        assertThat(levels).containsExactly(0, 2, 3, 3, 4, 5, 6, 7, 7);
        assertThat(alarm())
                .hasValueSatisfying(alarm -> assertThat(alarm.state()).isEqualTo(AlarmState.RAISED));
    }

    /** K knew, N not yet, U unknown, - nothing recorded; one letter a contact. */
    @ParameterizedTest
    @CsvSource({
        "met,        1999-12-31, N N N N - U - N N",
        "met,        2000-06-30, U N N N - U - N N",
        "met,        2000-12-31, K N N N - U - N N",
        "met,        2002-02-14, K K N N - U - N N",
        "met,        2009-05-31, K K K N - U - N N",
        "met,        2009-06-01, K K K K - U - N N",
        "met,        2021-09-30, K K K K - U - K N",
        "met,        2026-01-05, K K K K - U - K K",
        "northfield, 2004-02-28, - - - N - - N - -",
        "northfield, 2004-02-29, - - - K - - N - -",
        "northfield, 2019-08-20, - - - K - - K - -",
        "westmarch,  2017-04-30, - - - - K N - - -",
        "westmarch,  2017-05-01, - - - - K U - - -",
        "westmarch,  2017-05-31, - - - - K K - - -",
        "UNKNOWN,    2026-01-05, - - - - - - - - -"
    })
    void eachForceKnewWhatTheTableSays(String body, LocalDate on, String answers) {
        var question = new WhoKnew(body, on, Instant.parse("2026-01-06T00:00:00Z"));

        assertThat(letters(question)).isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T07:59:59Z, ''",
        "2026-01-05T08:00:00Z, K",
        "2026-01-05T10:59:59Z, K K K",
        "2026-01-05T13:00:00Z, K K K K - U"
    })
    void whatWasNotRecordedByThenIsNotAnswered(Instant asRecordedAt, String answers) {
        var question = new WhoKnew("met", day("2026-01-05"), asRecordedAt);

        assertThat(letters(question)).isEqualTo(answers);
    }

    @Test
    void aCorrectionAnswersFromWhenItWasRecordedAndNotBefore() {
        var second = chronology.entries().get(1);
        var at = Instant.parse("2026-02-01T09:00:00Z");
        var right = TestEntries.entry(
                EntryKind.CONTACT_WITH_AUTHORITIES,
                on("2003-02-14"),
                second.particulars(),
                false,
                at,
                second.id(),
                new BodyKnew("met", on("2003-02-14"), at, TestEntries.ADVOCATE));

        chronology.correct(right);

        assertThat(letters(new WhoKnew("met", day("2002-12-31"), at.minusMillis(1))))
                .isEqualTo("K K K N - U - N N");
        assertThat(letters(new WhoKnew("met", day("2002-12-31"), at))).isEqualTo("K K N - U - N N N");
    }

    private String letters(WhoKnew question) {
        return String.join(
                " ",
                TestEntries.answers(chronology, question).stream()
                        .map(NineContactsTests::letter)
                        .toList());
    }

    private static String letter(Knowledge answer) {
        return switch (answer) {
            case KNEW -> "K";
            case NOT_YET -> "N";
            case UNKNOWN -> "U";
            case NOTHING_RECORDED -> "-";
        };
    }
}
