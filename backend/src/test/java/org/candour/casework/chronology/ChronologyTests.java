package org.candour.casework.chronology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.access.TestAccess;
import org.candour.casework.VersionConflict;
import org.candour.casework.chronology.EntryRefused.Reason;
import org.candour.intake.FactDate;
import org.candour.vault.EnvelopeRejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChronologyTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestChronology CHRONOLOGY = new TestChronology(ACCESS);
    private static final LocalDate DAY = LocalDate.parse("2020-02-29");

    private final Actor advocate = ACCESS.advocate();
    private final CaseId id = CHRONOLOGY.granted(advocate);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private EntryVersion add(EntryDraft draft) {
        return CHRONOLOGY.addEntry.add(id, draft, version(), advocate);
    }

    private long version() {
        return CHRONOLOGY.chronologies.get(id).version();
    }

    private List<AlarmView> alarms() {
        return CHRONOLOGY.view(id, advocate).alarms();
    }

    private void assertRefused(Reason reason, String field, EntryDraft draft) {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> add(draft))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.field()).isEqualTo(field);
                });
        assertThat(CHRONOLOGY.view(id, advocate).entries()).isEmpty();
        assertThat(version()).isZero();
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        var recorded = add(TestChronology.contact("2020-01-01", ActionTaken.UNKNOWN));

        var view = CHRONOLOGY.view(id, advocate);
        assertThat(view.version()).isEqualTo(recorded.version()).isEqualTo(1);
        assertThat(view.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(recorded.entryId());
            assertThat(entry.what()).isEqualTo("She rang on 2020-01-01.");
            assertThat(entry.decidedByName()).isEqualTo("Sgt Odile Garçon");
            assertThat(entry.particulars().actionTaken()).isEqualTo(ActionTaken.UNKNOWN);
            assertThat(entry.recordedAt()).isEqualTo(ACCESS.clock.instant());
            assertThat(entry.recordedBy()).isEqualTo(advocate.id().value());
        });
    }

    @Test
    void whoeverWasSpokenToKnowsThatTheyWere() {
        add(TestChronology.contact("2020-01-01", ActionTaken.NO));

        var facts =
                CHRONOLOGY.askWhoKnew.ask(id, "westmarch", LocalDate.parse("2020-01-01"), Optional.empty(), advocate);
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.answer()).isEqualTo(Knowledge.KNEW);
            assertThat(fact.what()).isEqualTo("She rang on 2020-01-01.");
        });
    }

    @Test
    void anotherBodyCameToKnowLater() {
        var contact = add(TestChronology.contact("2020-01-01", ActionTaken.NO));
        ACCESS.clock.advance(Duration.ofHours(1));
        var before = ACCESS.clock.instant().minusMillis(1);

        CHRONOLOGY.recordKnowledge.record(
                id,
                contact.entryId(),
                new EntryDraft.KnownBy("iopc", FactDate.exactly(DAY)),
                contact.version(),
                advocate);

        assertThat(CHRONOLOGY.askWhoKnew.ask(id, "iopc", DAY, Optional.empty(), advocate))
                .extracting(KnownFact::answer)
                .containsExactly(Knowledge.KNEW);
        assertThat(CHRONOLOGY.askWhoKnew.ask(id, "iopc", DAY.minusDays(1), Optional.empty(), advocate))
                .extracting(KnownFact::answer)
                .containsExactly(Knowledge.NOT_YET);
        assertThat(CHRONOLOGY.askWhoKnew.ask(id, "iopc", DAY, Optional.of(before), advocate))
                .extracting(KnownFact::answer)
                .containsExactly(Knowledge.NOTHING_RECORDED);
    }

    @Test
    void theSecondOfTwoEditorsIsToldTheVersionAndNothingIsStored() {
        var first = add(TestChronology.contact("2020-01-01", ActionTaken.NO));

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() ->
                        CHRONOLOGY.addEntry.add(id, TestChronology.contact("2020-01-02", ActionTaken.NO), 0, advocate))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(first.version()));

        assertThat(CHRONOLOGY.view(id, advocate).entries()).hasSize(1);
    }

    /** Both found none, and both passed every check: the store decides. */
    @Test
    void ofTwoWhoBeginAtOnceTheSecondIsToldTheVersion() {
        var mine = Chronology.empty(id);
        var theirs = Chronology.empty(id);
        mine.add(TestEntries.fact(ACCESS.clock.instant(), null));
        theirs.add(TestEntries.fact(ACCESS.clock.instant(), null));
        CHRONOLOGY.chronologies.save(mine);

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> CHRONOLOGY.chronologies.save(theirs))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(1));

        assertThat(CHRONOLOGY.chronologies.get(id).entries())
                .extracting(Entry::id)
                .isEqualTo(mine.entries().stream().map(Entry::id).toList());
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        var wrong = add(TestChronology.contact("2020-01-01", ActionTaken.NO));

        var right = CHRONOLOGY.addEntry.correct(
                id, wrong.entryId(), TestChronology.contact("2019-01-01", ActionTaken.NO), wrong.version(), advocate);

        assertThat(CHRONOLOGY.view(id, advocate).entries())
                .extracting(EntryView::id, EntryView::corrects, EntryView::supersededBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(right.entryId(), wrong.entryId(), null),
                        org.assertj.core.groups.Tuple.tuple(wrong.entryId(), null, right.entryId()));
        assertThat(alarms()).isEmpty();
    }

    @Test
    void whatIsCorrectedCannotBeCorrectedOrAddedToAgain() {
        var wrong = add(TestChronology.contact("2020-01-01", ActionTaken.NO));
        var right = CHRONOLOGY.addEntry.correct(
                id, wrong.entryId(), TestChronology.contact("2019-01-01", ActionTaken.NO), wrong.version(), advocate);

        assertThatExceptionOfType(EntrySuperseded.class)
                .isThrownBy(() -> CHRONOLOGY.addEntry.correct(
                        id,
                        wrong.entryId(),
                        TestChronology.contact("2018-01-01", ActionTaken.NO),
                        right.version(),
                        advocate))
                .satisfies(superseded -> assertThat(superseded.by()).isEqualTo(right.entryId()));
        assertThatExceptionOfType(EntrySuperseded.class)
                .isThrownBy(() -> CHRONOLOGY.recordKnowledge.record(
                        id,
                        wrong.entryId(),
                        new EntryDraft.KnownBy("iopc", FactDate.unknown()),
                        right.version(),
                        advocate));

        assertThat(version()).isEqualTo(right.version());
    }

    @Test
    void whatIsNotThereCannotBeCorrectedOrClosed() {
        var unknown = UUID.randomUUID().toString();

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> CHRONOLOGY.addEntry.correct(
                        id, unknown, TestChronology.contact("2018-01-01", ActionTaken.NO), 0, advocate));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> CHRONOLOGY.closeAlarm.close(id, unknown, "Seen to.", 0, advocate));

        assertThat(version()).isZero();
    }

    static Stream<Arguments> broken() {
        var tomorrow = LocalDate.ofInstant(ACCESS.clock.instant(), java.time.ZoneOffset.UTC)
                .plusDays(1);
        var westmarch = new EntryDraft.KnownBy("westmarch", FactDate.exactly(DAY));
        var contact = TestChronology.contact("2020-01-01", ActionTaken.NO);
        var nothing = new Particulars(null, null, null, null, null, null);
        return Stream.of(
                Arguments.of(Reason.IN_THE_FUTURE, "happenedOn", TestChronology.at(FactDate.exactly(tomorrow))),
                Arguments.of(
                        Reason.IN_THE_FUTURE,
                        "knownBy[0].on",
                        TestChronology.at(
                                FactDate.unknown(),
                                new EntryDraft.KnownBy("westmarch", FactDate.between(DAY, tomorrow)))),
                Arguments.of(
                        Reason.BEFORE_IT_HAPPENED,
                        "knownBy[0].on",
                        TestChronology.at(FactDate.exactly(DAY.plusDays(1)), westmarch)),
                Arguments.of(
                        Reason.BODY_NOT_LISTED,
                        "knownBy[0].body",
                        TestChronology.at(FactDate.unknown(), new EntryDraft.KnownBy("nowhere", FactDate.unknown()))),
                Arguments.of(
                        Reason.TWICE, "knownBy[1].body", TestChronology.at(FactDate.unknown(), westmarch, westmarch)),
                Arguments.of(Reason.MISSING, "body", with(contact, nothing)),
                Arguments.of(
                        Reason.MISSING,
                        "contact",
                        with(contact, new Particulars("UNKNOWN", null, null, null, null, null))),
                Arguments.of(
                        Reason.NOT_OF_THIS_KIND,
                        "contact",
                        with(TestChronology.at(FactDate.unknown()), contact.particulars())));
    }

    private static EntryDraft with(EntryDraft draft, Particulars particulars) {
        return new EntryDraft(draft.kind(), draft.happenedOn(), particulars, draft.words(), draft.knownBy());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anEntryThatBreaksARuleIsRefusedByItsField(Reason reason, String field, EntryDraft draft) {
        assertRefused(reason, field, draft);
    }

    @Test
    void anAlarmIsClosedWithAReasonAndReopensAtTheNextContact() {
        add(TestChronology.contact("2020-01-01", ActionTaken.NO));
        var second = add(TestChronology.contact("2020-02-01", ActionTaken.NO));
        var alarm = alarms().get(0).id();

        var closed = CHRONOLOGY.closeAlarm.close(id, alarm, "The force has answered.", second.version(), advocate);
        assertThat(alarms().get(0).state()).isEqualTo(AlarmState.CLOSED);
        CHRONOLOGY.addEntry.add(id, TestChronology.contact("2020-03-01", ActionTaken.UNKNOWN), closed, advocate);

        assertThat(alarms()).singleElement().satisfies(view -> {
            assertThat(view.id()).isEqualTo(alarm);
            assertThat(view.state()).isEqualTo(AlarmState.RAISED);
            assertThat(view.level()).isEqualTo(3);
            assertThat(view.history())
                    .extracting(AlarmView.Step::state, AlarmView.Step::reason)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(AlarmState.RAISED, null),
                            org.assertj.core.groups.Tuple.tuple(AlarmState.CLOSED, "The force has answered."),
                            org.assertj.core.groups.Tuple.tuple(AlarmState.RAISED, null));
        });
    }

    @Test
    void aClosedAlarmIsNotClosedAgain() {
        add(TestChronology.contact("2020-01-01", ActionTaken.NO));
        var second = add(TestChronology.contact("2020-02-01", ActionTaken.NO));
        var alarm = alarms().get(0).id();
        var closed = CHRONOLOGY.closeAlarm.close(id, alarm, "The force has answered.", second.version(), advocate);

        assertThatExceptionOfType(AlarmConflict.class)
                .isThrownBy(() -> CHRONOLOGY.closeAlarm.close(id, alarm, "Again.", closed, advocate))
                .satisfies(conflict -> assertThat(conflict.allowed())
                        .containsExactlyInAnyOrder(AlarmState.RAISED, AlarmState.SUPPLIED));

        assertThat(version()).isEqualTo(closed);
    }

    @Test
    void aCorrectionDoesNotCloseTheAlarmOfRepeatedContacts() {
        add(TestChronology.contact("2020-01-01", ActionTaken.NO));
        var second = add(TestChronology.contact("2020-02-01", ActionTaken.NO));

        CHRONOLOGY.addEntry.correct(
                id,
                second.entryId(),
                TestChronology.contact("2020-02-01", ActionTaken.YES),
                second.version(),
                advocate);

        assertThat(alarms()).extracting(AlarmView::state).containsExactly(AlarmState.RAISED);
    }

    @Test
    void aVettingDecisionWithoutReasonsOrReviewRaisesAnAlarmForEach() {
        add(TestChronology.vetting(" ", null));

        assertThat(alarms())
                .extracting(AlarmView::code, AlarmView::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(AlarmCode.RATIONALE_MISSING, AlarmState.RAISED),
                        org.assertj.core.groups.Tuple.tuple(AlarmCode.REVIEW_DATE_MISSING, AlarmState.RAISED));
    }

    @Test
    void whatACorrectionSuppliesIsNoLongerMissingAndWhatItDoesNotStillIs() {
        var bare = add(TestChronology.vetting(null, null));

        CHRONOLOGY.addEntry.correct(
                id, bare.entryId(), TestChronology.vetting("A one-off.", null), bare.version(), advocate);

        assertThat(alarms())
                .extracting(AlarmView::code, AlarmView::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(AlarmCode.RATIONALE_MISSING, AlarmState.SUPPLIED),
                        org.assertj.core.groups.Tuple.tuple(AlarmCode.REVIEW_DATE_MISSING, AlarmState.SUPPLIED),
                        org.assertj.core.groups.Tuple.tuple(AlarmCode.REVIEW_DATE_MISSING, AlarmState.RAISED));
    }

    @Test
    void aVettingDecisionWithReasonsAndReviewRaisesNone() {
        add(TestChronology.vetting("A one-off.", DAY));

        assertThat(alarms()).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherNewestRecordedFirst() {
        var first = add(TestChronology.contact("2020-03-01", ActionTaken.YES));
        var second = add(TestChronology.contact("2020-01-01", ActionTaken.YES));
        var third = add(TestChronology.contact("2020-02-01", ActionTaken.YES));

        var page = CHRONOLOGY.viewChronology.view(id, Optional.empty(), 2, advocate);
        var next = CHRONOLOGY.viewChronology.view(id, Optional.of(second.entryId()), 2, advocate);

        assertThat(page.entries()).extracting(EntryView::id).containsExactly(third.entryId(), second.entryId());
        assertThat(next.entries()).extracting(EntryView::id).containsExactly(first.entryId());
    }

    @Test
    void wordsSwappedBetweenEntriesDoNotOpen() {
        add(TestChronology.contact("2020-01-01", ActionTaken.YES));
        add(TestChronology.contact("2020-02-01", ActionTaken.YES));
        var stored = CHRONOLOGY.chronologies.get(id);
        var one = stored.entries().get(0);
        var two = stored.entries().get(1);
        var swapped = List.of(with(one, two), with(two, one));
        CHRONOLOGY.chronologies.save(new Chronology(id.value(), swapped, List.of(), stored.version() - 1));

        assertThatExceptionOfType(EnvelopeRejected.class).isThrownBy(() -> CHRONOLOGY.view(id, advocate));
    }

    private static Entry with(Entry entry, Entry words) {
        return new Entry(
                entry.id(),
                entry.kind(),
                entry.happenedOn(),
                entry.particulars(),
                words.words(),
                entry.hasRationale(),
                entry.knownBy(),
                entry.recordedAt(),
                entry.recordedBy(),
                entry.corrects());
    }

    @Test
    void whoHoldsNoGrantReadsAndWritesNothing() {
        var other = CHRONOLOGY.withoutGrant();
        var draft = TestChronology.contact("2020-01-01", ActionTaken.NO);

        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> CHRONOLOGY.view(other, advocate));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> CHRONOLOGY.addEntry.add(other, draft, 0, advocate));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> CHRONOLOGY.askWhoKnew.ask(other, "iopc", DAY, Optional.empty(), advocate));

        assertThat(CHRONOLOGY.chronologies.get(other).version()).isZero();
    }

    @Test
    void whatIsStoredHoldsNoWords() {
        add(TestChronology.contact("2020-01-01", ActionTaken.NO));

        var stored = ACCESS.mongo.findById(id.value(), org.bson.Document.class, "chronologies");

        assertThat(String.valueOf(stored)).contains("westmarch").doesNotContain("She rang", "Garçon");
    }
}
