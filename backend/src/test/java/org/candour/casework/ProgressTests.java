package org.candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Facts;
import org.candour.access.NoSuchThing;
import org.candour.access.TestAccess;
import org.candour.casework.ownrecord.Participation;
import org.candour.casework.ownrecord.TestOwnRecords;
import org.candour.casework.progress.NextCheckRefused;
import org.candour.casework.progress.NextChecks;
import org.candour.casework.progress.ReadNextCheck;
import org.candour.casework.progress.SetNextCheck;
import org.candour.casework.progress.TestNextChecks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestCasework CASEWORK = new TestCasework(ACCESS);
    private static final SetNextCheck SET = TestNextChecks.set(ACCESS);
    private static final TestOwnRecords OWN = new TestOwnRecords(ACCESS);
    private static final NextChecks CHECKS = TestNextChecks.of(ACCESS);
    private static final ReadNextCheck READ = TestNextChecks.read(ACCESS);

    private final Actor victim = ACCESS.victim();
    private final Actor advocate = ACCESS.advocate();
    private final CaseId caseId = CASEWORK.intake.submit(victim).caseId();

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    @BeforeEach
    void openAndGrant() {
        CASEWORK.deliver();
        ACCESS.grant(caseId, advocate);
    }

    private static LocalDate in(int days) {
        return LocalDate.ofInstant(ACCESS.clock.instant(), ZoneId.of("Europe/London"))
                .plusDays(days);
    }

    private Progress progress() {
        return CASEWORK.viewProgress.view(caseId, victim);
    }

    private void set(int days) {
        SET.set(caseId, in(days), Optional.of("I will ring the court."), advocate);
    }

    @Test
    void beforeADayIsSetTheVictimIsToldThatNoneIs() {
        assertThat(progress().outlook()).isEqualTo(Outlook.NO_CHECK);
        assertThat(progress().nextCheckOn()).isNull();
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> READ.read(caseId, victim));
    }

    @Test
    void theVictimSeesTheDayAndReadsTheWordsButNotWhoWroteThem() {
        set(7);

        assertThat(progress().outlook()).isEqualTo(Outlook.NEXT_CHECK);
        assertThat(progress().nextCheckOn()).isEqualTo(in(7));
        var check = READ.read(caseId, victim);
        assertThat(check.words()).isEqualTo("I will ring the court.");
        assertThat(check.setFor()).isEqualTo("north-isva-service");
        assertThat(check.isOverdue()).isFalse();
    }

    @Test
    void onTheDayAndAfterItSomebodyIsLookingAndNobodyIsBlamed() {
        set(7);
        ACCESS.clock.advance(Duration.ofDays(7));
        assertThat(progress().outlook()).isEqualTo(Outlook.CHECKING_NOW);
        assertThat(READ.read(caseId, victim).isOverdue()).isFalse();

        ACCESS.clock.advance(Duration.ofDays(1));
        assertThat(progress().outlook()).isEqualTo(Outlook.CHECKING_NOW);
        assertThat(READ.read(caseId, victim).isOverdue()).isTrue();
    }

    @Test
    void theLastDayThatWasSetHolds() {
        set(7);
        SET.set(caseId, in(3), Optional.empty(), advocate);

        assertThat(progress().nextCheckOn()).isEqualTo(in(3));
        assertThat(READ.read(caseId, victim).words()).isNull();
    }

    @Test
    void theDayIsDueForTheCaseTeamUntilTheNextIsSet() {
        set(7);
        var first = CHECKS.dueIn(caseId).orElseThrow();
        set(3);

        assertThat(first.dueOn()).isEqualTo(in(7));
        assertThat(CHECKS.dueIn(caseId)).hasValueSatisfying(due -> {
            assertThat(due.dueOn()).isEqualTo(in(3));
            assertThat(due.about()).isNotEqualTo(first.about());
        });
        assertThat(ACCESS.cases.factsOf(List.of(caseId)).get(caseId))
                .satisfies(facts -> assertThat(facts.nextDueOn()).contains(in(3)));
    }

    @Test
    void nothingIsExpectedOfAnybodyBeforeSomethingIsTold() {
        assertThat(progress().expected()).isEmpty();
    }

    @Test
    void aDayThatIsPastOrTooFarAwayIsRefusedAndNothingChanges() {
        for (var days : List.of(-1, 190, 4000)) {
            assertThatExceptionOfType(NextCheckRefused.class).isThrownBy(() -> set(days));
        }

        assertThat(progress().outlook()).isEqualTo(Outlook.NO_CHECK);
    }

    @Test
    void nobodyButTheCaseTeamSetsIt() {
        for (var other : List.of(victim, ACCESS.advocate(), ACCESS.commissioner())) {
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> SET.set(caseId, in(7), Optional.empty(), other));
        }

        assertThat(progress().outlook()).isEqualTo(Outlook.NO_CHECK);
    }

    @Test
    void aClosedCaseEndsTheWaitingAndCanStillBeAddedTo() {
        set(7);
        move(Status.CLOSED);

        assertThat(progress().outlook()).isEqualTo(Outlook.ENDED);
        assertThat(progress().choices())
                .containsExactlyInAnyOrder(Choice.ADD_TO_ACCOUNT, Choice.WRITE, Choice.TAKE_BACK_CONSENT);
    }

    @Test
    void whatTheTeamHadPromisedItselfEndsWithItsWorkAndIsThereAgainWhenItIsTakenUpAgain() {
        set(7);

        move(Status.CLOSED);

        assertThat(progress().nextCheckOn()).isNull();
        assertThat(inLists()).isEmpty();
        move(Status.IN_SUPPORT);
        assertThat(progress().nextCheckOn()).isEqualTo(in(7));
        assertThat(inLists()).contains(in(7));
    }

    @Test
    void aDayThatIsSetWhileTheCaseIsClosedIsInNoListBeforeWorkBeginsAgain() {
        move(Status.CLOSED);

        set(7);

        assertThat(inLists()).isEmpty();
        move(Status.IN_SUPPORT);
        assertThat(inLists()).contains(in(7));
    }

    private void move(Status next) {
        CASEWORK.moveStatus.move(caseId, next, CASEWORK.files.get(caseId).version(), advocate);
    }

    private Optional<LocalDate> inLists() {
        return Optional.ofNullable(ACCESS.cases.factsOf(List.of(caseId)).get(caseId))
                .flatMap(Facts::nextDueOn);
    }

    @Test
    void whoHasPausedCanGoOnAndWhoHasWithdrawnCanTakeItUpAgain() {
        assertThat(progress().choices()).contains(Choice.PAUSE, Choice.WITHDRAW);

        OWN.changeParticipation.change(caseId, Participation.PAUSED, victim);
        assertThat(progress().participation()).isEqualTo(Participation.PAUSED);
        assertThat(progress().choices()).contains(Choice.GO_ON, Choice.WITHDRAW).doesNotContain(Choice.PAUSE);

        OWN.changeParticipation.change(caseId, Participation.WITHDRAWN, victim);
        assertThat(progress().choices()).contains(Choice.TAKE_UP_AGAIN).doesNotContain(Choice.WITHDRAW, Choice.GO_ON);
        assertThat(progress().outlook()).isEqualTo(Outlook.ENDED);
        assertThat(progress().status())
                .as("withdrawn deletes and closes nothing")
                .isEqualTo(Status.RECEIVED);
    }

    @Test
    void theVictimSeesForWhomTheirAdvocatesWorkWhileTheirGrantsHold() {
        ACCESS.seen(advocate);
        assertThat(progress().advocates()).containsExactly("north-isva-service");

        ACCESS.clock.advance(Duration.ofDays(2));
        assertThat(progress().advocates()).isEmpty();
    }
}
