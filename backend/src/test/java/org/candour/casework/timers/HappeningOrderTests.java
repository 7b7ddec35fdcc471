package org.candour.casework.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.casework.timers.TestRules.london;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.candour.casework.timers.Evidence.Agreement;
import org.candour.casework.timers.Evidence.Channel;
import org.candour.casework.timers.Evidence.Party;
import org.junit.jupiter.api.Test;

/** An advocate takes over cases that are years old, and hears of what happened in no order, and wrongly at first. */
class HappeningOrderTests {
    private static final RuleBook RULES = TestRules.shipped();
    private static final Instant NOW = london("2026-11-01T09:00");

    @Property(tries = 500)
    void theOrderInWhichHappeningsAreToldChangesNothing(
            @ForAll("histories") List<Happening> history, @ForAll Random random) {
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);

        assertThat(lines(told(shuffled))).containsExactlyInAnyOrderElementsOf(lines(told(history)));
    }

    /** What is told wrongly and then taken back leaves nothing behind in what holds. */
    @Property(tries = 500)
    void whatIsTakenBackLeavesEverythingElseAsIfItHadNeverBeenTold(
            @ForAll("histories") List<Happening> history, @ForAll Random random) {
        var error = history.get(random.nextInt(history.size()));
        var rest =
                history.stream().filter(happening -> !happening.equals(error)).toList();

        var taken = told(history).correct(List.of(error.id()), List.of(), RULES, NOW);

        assertThat(lines(taken)).containsExactlyInAnyOrderElementsOf(lines(told(rest)));
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        var triggers = Arbitraries.of(
                Trigger.CRIME_REPORTED,
                Trigger.CRIME_RECORDED,
                Trigger.CONTACT_MADE,
                Trigger.CASE_DECIDED,
                Trigger.WCU_RECEIVED_OUTCOME,
                Trigger.COMPLAINT_MADE,
                Trigger.INVESTIGATION_FINISHED,
                Trigger.OUTCOME_LETTER_DATED,
                Trigger.CPS_STOPPED_CASE,
                Trigger.REVIEW_REQUESTED_OF_CPS);
        var hours = Arbitraries.integers().between(0, 26_000);
        return triggers.flatMap(trigger -> hours.map(hour -> happening(trigger, hour)))
                .list()
                .uniqueElements(Happening::at) // of two at one moment, the one told later is the later
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Happening happening(Trigger trigger, int hour) {
        var at = london("2023-11-01T09:00").plus(hour, ChronoUnit.HOURS);
        return trigger == Trigger.CONTACT_MADE
                ? Happening.contact(UUID.randomUUID(), at, 14)
                : Happening.at(UUID.randomUUID(), trigger, at);
    }

    private static RightsClock told(List<Happening> happenings) {
        var clock = RightsClock.untouched();
        for (var happening : happenings) {
            clock = clock.start(happening, RULES, NOW);
        }
        return clock;
    }

    /** What holds: each duty with its days, where it stands, and since when it was done. What never was owed is left out. */
    private static List<String> lines(RightsClock clock) {
        return clock.read(NOW, RULES).timers().stream()
                .filter(view -> view.judgements().stream().noneMatch(Judgement::isOfPerson))
                .map(view -> view.rule().id() + " " + view.startedAt() + " " + view.dueAt() + " " + view.state() + " "
                        + done(view))
                .toList();
    }

    private static String done(TimerView view) {
        var judgements = view.judgements();
        var evidence = judgements.isEmpty()
                ? null
                : judgements.get(judgements.size() - 1).evidence();
        return evidence == null ? "" : String.valueOf(evidence.at());
    }

    @Test
    void aCrimeThatIsToldAsRecordedBeforeItIsToldAsReportedWasRecordedInTime() {
        var clock = told(List.of(
                at(Trigger.CRIME_RECORDED, "2026-06-01T15:00"), at(Trigger.CRIME_REPORTED, "2026-06-01T09:00")));

        assertThat(only(clock, "VC2-REC").state()).isEqualTo(TimerState.MET);
    }

    @Test
    void whatWasReportedAndRecordedOnOneDayOfWhichNobodyKnowsTheHourWasRecordedInTime() {
        var clock = told(List.of(
                at(Trigger.CRIME_RECORDED, "2026-06-01T00:00"), at(Trigger.CRIME_REPORTED, "2026-06-01T00:00")));

        assertThat(only(clock, "VC2-REC").state()).isEqualTo(TimerState.MET);
    }

    @Test
    void aContactThatIsHeardOfLateTakesThePlaceOfTheLateOneThatSeemedToFollow() {
        var june = contact("2026-06-01T10:00");
        var august = contact("2026-08-03T10:00");
        var late = told(List.of(june, august));
        assertThat(late.timers()).extracting(timer -> timer.stateAt(NOW)).contains(TimerState.MET_LATE);

        var inTime = late.start(contact("2026-06-10T10:00"), RULES, NOW);

        assertThat(inTime.timers().get(0).state()).isEqualTo(TimerState.MET);
        assertThat(inTime.timers().get(0).judgements())
                .as("what was found before stays to be read")
                .extracting(Judgement::state)
                .containsExactly(TimerState.MET_LATE, TimerState.MET);
    }

    @Test
    void ofWhatNobodyCanDateNobodySaysThatItWasLate() {
        var clock = told(List.of(
                at(Trigger.CRIME_REPORTED, "2026-06-01T09:00"),
                Happening.atUnknownTime(UUID.randomUUID(), Trigger.CRIME_RECORDED)));

        assertThat(only(clock, "VC2-REC").state()).isEqualTo(TimerState.UNKNOWN);
        assertThat(clock.read(NOW, RULES).breaches())
                .extracting(breach -> breach.rule().id())
                .doesNotContain("VC2-REC");
    }

    @Test
    void whatIsToldAsDoneInTimeWithoutADateWasDoneInTime() {
        var clock = RightsClock.untouched()
                .start(at(Trigger.CRIME_REPORTED, "2026-06-01T09:00"), RULES, london("2026-06-01T10:00"))
                .start(
                        Happening.atUnknownTime(UUID.randomUUID(), Trigger.CRIME_RECORDED),
                        RULES,
                        london("2026-06-01T12:00"));

        assertThat(only(clock, "VC2-REC").state()).isEqualTo(TimerState.MET);
    }

    @Test
    void explanationsAreOwedForTheTimeBeforeTheInvestigationEndedAlsoWhenItsEndIsToldFirst() {
        var clock = told(List.of(
                at(Trigger.INVESTIGATION_FINISHED, "2025-08-01T09:00"),
                at(Trigger.COMPLAINT_MADE, "2023-11-30T09:00")));

        assertThat(clock.read(NOW, RULES).timers())
                .filteredOn(view -> view.rule().id().equals("IOPC-12M"))
                .extracting(TimerView::state)
                .containsExactly(TimerState.MISSED, TimerState.MISSED, TimerState.SUPERSEDED);
    }

    @Test
    void whatAnErrorHadFulfilledIsOpenAgain() {
        var recorded = at(Trigger.CRIME_RECORDED, "2026-06-01T15:00");
        var clock = told(List.of(at(Trigger.CRIME_REPORTED, "2026-06-01T09:00"), recorded));

        var corrected = clock.correct(
                List.of(recorded.id()), List.of(at(Trigger.CRIME_RECORDED, "2026-06-11T15:00")), RULES, NOW);

        assertThat(only(corrected, "VC2-REC").state()).isEqualTo(TimerState.MET_LATE);
        assertThat(only(clock.correct(List.of(recorded.id()), List.of(), RULES, NOW), "VC2-REC")
                        .stateAt(NOW))
                .isEqualTo(TimerState.MISSED);
    }

    @Test
    void noBreachIsLeftOfADutyThatAnErrorHadStarted() {
        var wrong = at(Trigger.CRIME_REPORTED, "2020-06-01T09:00");
        var clock = told(List.of(wrong, at(Trigger.CRIME_RECORDED, "2026-06-01T15:00")));

        var corrected =
                clock.correct(List.of(wrong.id()), List.of(at(Trigger.CRIME_REPORTED, "2026-06-01T09:00")), RULES, NOW);

        assertThat(corrected.read(NOW, RULES).breaches())
                .extracting(breach -> breach.rule().id())
                .doesNotContain("VC2-REC");
    }

    @Test
    void evidenceForWhatIsToldAgainIsKeptAndJudgedByTheNewDay() {
        var wrong = at(Trigger.SUSPECT_ARRESTED, "2026-06-08T09:00");
        var clock = told(List.of(wrong));
        var shown = clock.meet(only(clock, "VC6-ARR").id(), toldVictim("2026-06-09T10:00"), RULES, NOW);
        assertThat(only(shown, "VC6-ARR").state()).isEqualTo(TimerState.MET);

        var corrected = shown.correct(
                List.of(wrong.id()), List.of(at(Trigger.SUSPECT_ARRESTED, "2026-06-01T09:00")), RULES, NOW);

        assertThat(corrected.timers())
                .extracting(Timer::state)
                .containsExactly(TimerState.SUPERSEDED, TimerState.MET_LATE);
    }

    @Test
    void evidenceFromBeforeTheNewDayShowsNothing() {
        var wrong = at(Trigger.SUSPECT_ARRESTED, "2026-06-01T09:00");
        var clock = told(List.of(wrong));
        var shown = clock.meet(only(clock, "VC6-ARR").id(), toldVictim("2026-06-02T10:00"), RULES, NOW);

        var corrected = shown.correct(
                List.of(wrong.id()), List.of(at(Trigger.SUSPECT_ARRESTED, "2026-06-08T09:00")), RULES, NOW);

        assertThat(corrected.timers())
                .extracting(timer -> timer.stateAt(NOW))
                .containsExactly(TimerState.SUPERSEDED, TimerState.MISSED);
    }

    @Test
    void evidenceForEachTurnGoesOverToTheSameTurn() {
        var wrong = at(Trigger.COMPLAINT_MADE, "2026-04-06T09:00");
        var clock = told(List.of(wrong));
        var once = clock.meet(all(clock, "PC-UPD").get(0).id(), toldVictim("2026-05-01T10:00"), RULES, NOW);
        var twice = once.meet(all(once, "PC-UPD").get(1).id(), toldVictim("2026-06-20T10:00"), RULES, NOW);

        var corrected =
                twice.correct(List.of(wrong.id()), List.of(at(Trigger.COMPLAINT_MADE, "2026-04-07T09:00")), RULES, NOW);

        assertThat(all(corrected, "PC-UPD"))
                .extracting(timer -> timer.stateAt(NOW))
                .containsExactly(
                        TimerState.SUPERSEDED,
                        TimerState.SUPERSEDED,
                        TimerState.SUPERSEDED,
                        TimerState.MET,
                        TimerState.MET_LATE,
                        TimerState.MISSED);
    }

    @Test
    void whatTheVictimDidNotWantTheyDoNotWantOfWhatIsToldAgainEither() {
        var wrong = at(Trigger.SUSPECT_ARRESTED, "2026-10-29T09:00");
        var before = london("2026-10-29T12:00");
        var clock = RightsClock.untouched().start(wrong, RULES, before);
        var waived = clock.waive(only(clock, "VC6-ARR").id(), before);

        var corrected = waived.correct(
                List.of(wrong.id()), List.of(at(Trigger.SUSPECT_ARRESTED, "2026-10-29T08:00")), RULES, before);

        assertThat(corrected.timers())
                .extracting(Timer::state)
                .containsExactly(TimerState.SUPERSEDED, TimerState.WAIVED_BY_VICTIM);
    }

    @Test
    void contactThatIsAgreedWhileTheVictimHasPausedWaitsToo() {
        var paused = RightsClock.untouched().waiveContact(RULES, london("2026-06-01T09:00"));

        var agreed = paused.start(contact("2026-06-02T09:00"), RULES, london("2026-06-02T10:00"));

        assertThat(only(agreed, "VC6-FREQ").state()).isEqualTo(TimerState.WAIVED_BY_VICTIM);
        assertThat(only(agreed.resumeContact(RULES, london("2026-06-03T09:00")), "VC6-FREQ")
                        .state())
                .isEqualTo(TimerState.RUNNING);
    }

    private static Happening at(Trigger trigger, String wallClock) {
        return Happening.at(UUID.randomUUID(), trigger, london(wallClock));
    }

    private static Happening contact(String wallClock) {
        return Happening.contact(UUID.randomUUID(), london(wallClock), 14);
    }

    private static Evidence toldVictim(String wallClock) {
        return new Evidence(london(wallClock), Channel.LETTER, Party.POLICE, Party.VICTIM, Agreement.YES);
    }

    private static List<Timer> all(RightsClock clock, String rule) {
        return clock.timers().stream()
                .filter(timer -> timer.rule().id().equals(rule))
                .toList();
    }

    private static Timer only(RightsClock clock, String rule) {
        var found = all(clock, rule);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
