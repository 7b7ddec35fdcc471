package org.candour.casework.ownrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.access.Role;
import org.candour.access.TestAccess;
import org.candour.casework.VersionConflict;
import org.candour.casework.due.Due;
import org.candour.casework.due.DueKind;
import org.candour.intake.IdempotencyKeyReused;
import org.candour.intake.ReportSubmitted;
import org.candour.ledger.Recorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OwnRecordTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestOwnRecords TEST = new TestOwnRecords(ACCESS);

    private final Actor victim = ACCESS.victim();
    private final Actor advocate = ACCESS.advocate();
    private final CaseId caseId = TEST.of(victim, advocate);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private void assertNoSuchThing(ThrowingCallable call) {
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(call);
    }

    private List<FlagView> flags() {
        return TEST.viewFlags.view(caseId, advocate);
    }

    private String stored() {
        return String.valueOf(ACCESS.mongo
                .getCollection("own_records")
                .find(new org.bson.Document("_id", caseId.value()))
                .first());
    }

    @Test
    void untilTheVictimChangesItTheReportSaysHowTheyMayBeReached() {
        var view = TEST.viewSafeContact.view(caseId, advocate);

        assertThat(view.version()).isZero();
        assertThat(view.channels()).isEmpty(); // as the report names none
        assertThat(view.expiresOn()).isEqualTo(view.confirmedOn().plusDays(90));
        assertThat(flags()).isEmpty();
    }

    @Test
    void theAdvocateReadsWhatTheVictimSaidLastAndIsToldThatItChanged() {
        TEST.changeSafeContact.change(caseId, TestOwnRecords.channels("07700 900460"), 0, victim);
        TEST.changeSafeContact.change(caseId, TestOwnRecords.channels("07700 900461"), 1, victim);

        var view = TEST.viewSafeContact.view(caseId, advocate);

        assertThat(view.version()).isEqualTo(2);
        assertThat(view.channels()).isEqualTo(TestOwnRecords.channels("07700 900461"));
        assertThat(flags())
                .extracting(FlagView::kind)
                .containsOnly(FlagKind.SAFE_CONTACT_CHANGED)
                .hasSize(2);
    }

    @Test
    void theSecondOfTwoEditorsIsToldTheVersionAndChangesNothing() {
        TEST.changeSafeContact.change(caseId, TestOwnRecords.channels("07700 900460"), 0, victim);
        for (var version : List.of(0L, 2L, 7L)) {
            assertThatExceptionOfType(VersionConflict.class)
                    .isThrownBy(() -> TEST.changeSafeContact.change(
                            caseId, TestOwnRecords.channels("07700 900462"), version, victim))
                    .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(1));
        }

        assertThat(TEST.viewSafeContact.viewOwn(caseId, victim).channels())
                .isEqualTo(TestOwnRecords.channels("07700 900460"));
        assertThat(flags()).hasSize(1);
    }

    @Test
    void aSafeContactRecordExpiresOnItsDayAndCountsAgainWhenConfirmed() {
        TEST.changeSafeContact.change(caseId, TestOwnRecords.channels("07700 900460"), 0, victim);
        ACCESS.clock.advance(Duration.ofDays(89));
        assertThat(TEST.viewSafeContact.viewOwn(caseId, victim).isExpired()).isFalse();

        ACCESS.clock.advance(Duration.ofDays(1));
        assertThat(TEST.viewSafeContact.viewOwn(caseId, victim).isExpired()).isTrue();

        TEST.changeSafeContact.change(caseId, TestOwnRecords.channels("07700 900460"), 1, victim);
        assertThat(TEST.viewSafeContact.viewOwn(caseId, victim).isExpired()).isFalse();
    }

    private Due due() {
        return TEST.lapse.dueIn(caseId).orElseThrow();
    }

    private LocalDate dueInLists() {
        return ACCESS.cases.factsOf(List.of(caseId)).values().stream()
                .flatMap(facts -> facts.nextDueOn().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheReportSaidIsToBeConfirmedWhenItsTimeIsOver() {
        TEST.lapse.on(new ReportSubmitted(caseId, "ABC", ACCESS.clock.instant()));

        assertThat(due().kind()).isEqualTo(DueKind.SAFE_CONTACT);
        assertThat(due().dueOn())
                .isEqualTo(TEST.viewSafeContact.viewOwn(caseId, victim).expiresOn());
        assertThat(dueInLists()).isEqualTo(due().dueOn());
    }

    @Test
    void whatTheVictimConfirmsIsSettledUntilTheNextTime() {
        var first = due();
        ACCESS.clock.advance(Duration.ofDays(10));

        TEST.changeSafeContact.change(caseId, TestOwnRecords.channels("07700 900460"), 0, victim);

        assertThat(due().about()).isNotEqualTo(first.about());
        assertThat(due().dueOn()).isEqualTo(first.dueOn().plusDays(10));
        assertThat(dueInLists()).isEqualTo(due().dueOn());
    }

    @Test
    void nobodyButTheVictimChangesHowTheyAreReached() {
        for (var other : List.of(advocate, ACCESS.victim(), ACCESS.commissioner())) {
            assertNoSuchThing(
                    () -> TEST.changeSafeContact.change(caseId, TestOwnRecords.channels("07700 900466"), 0, other));
        }

        assertThat(TEST.viewSafeContact.viewOwn(caseId, victim).version()).isZero();
    }

    @Test
    void correctionsStandBesideEachOtherInTheirOrderAndTheReportStaysAsItWas() {
        var before = ACCESS.mongo
                .getCollection("reports")
                .find(new org.bson.Document("_id", caseId.value()))
                .first();
        TEST.corrected(caseId, "It was the year before.", victim);
        TEST.corrected(caseId, "And at night.", victim);

        assertThat(TEST.readCorrections.read(caseId, victim))
                .extracting(CorrectionView::text)
                .containsExactly("It was the year before.", "And at night.");
        assertThat(ACCESS.mongo
                        .getCollection("reports")
                        .find(new org.bson.Document("_id", caseId.value()))
                        .first())
                .isEqualTo(before);
        assertThat(flags()).extracting(FlagView::kind).containsOnly(FlagKind.ACCOUNT_CORRECTED);
    }

    @Test
    void aCorrectionSentTwiceIsAddedOnceAndAnotherUnderItsKeyIsRefused() {
        var key = TestOwnRecords.newKey();
        var first = TEST.addCorrection.add(caseId, "One.", TestOwnRecords.sha256("a"), key, victim);

        var second = TEST.addCorrection.add(caseId, "One.", TestOwnRecords.sha256("a"), key, victim);

        assertThat(second).isEqualTo(new Added(first.id(), first.recordedAt(), true));
        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> TEST.addCorrection.add(caseId, "Two.", TestOwnRecords.sha256("b"), key, victim));
        assertThat(TEST.readCorrections.read(caseId, victim)).hasSize(1);
        assertThat(flags()).hasSize(1);
    }

    @Test
    void nobodyElseAddsToAnAccountOrReadsTheAdditionsHere() {
        TEST.corrected(caseId, "One.", victim);
        for (var other : List.of(advocate, ACCESS.victim(), ACCESS.investigator())) {
            assertNoSuchThing(() -> TEST.corrected(caseId, "Two.", other));
            assertNoSuchThing(() -> TEST.readCorrections.read(caseId, other));
        }

        assertThat(TEST.readCorrections.read(caseId, victim)).hasSize(1);
    }

    @Test
    void whatWasDoneAfterTheReportIsReadByBothSidesAndSaysWhoRecordedIt() {
        TEST.retaliated(caseId, RetaliationKind.ARRESTED, victim);
        TEST.retaliated(caseId, RetaliationKind.COUNTER_ALLEGATION, advocate);

        for (var reader : List.of(victim, advocate)) {
            assertThat(TEST.readRetaliation.read(caseId, reader))
                    .satisfiesExactly(
                            one -> {
                                assertThat(one.kind()).isEqualTo(RetaliationKind.ARRESTED);
                                assertThat(one.recordedIn()).isEqualTo(Role.VICTIM);
                                assertThat(one.recordedFor()).isNull();
                                assertThat(one.words()).isEqualTo("It was PC Rule.");
                            },
                            two -> assertThat(two.recordedFor()).isEqualTo("north-isva-service"));
        }
    }

    @Test
    void retaliationIsFlaggedForTheTeamAndTheCommissionerAsACodeAlone() {
        var added = TEST.retaliated(caseId, RetaliationKind.STOPPED, victim);

        assertThat(flags()).containsExactly(new FlagView(added.id(), FlagKind.RETALIATION, added.recordedAt(), null));
        assertThat(TEST.listRetaliation.list(Optional.empty(), 100, ACCESS.commissioner()))
                .contains(new FlaggedCase(caseId.value(), flags()));
    }

    @Test
    void aCommissionerInConflictLearnsNothingOfTheCase() {
        TEST.retaliated(caseId, RetaliationKind.STOPPED, victim);
        var inConflict = ACCESS.actor("westmarch", "Connie Flict", Role.COMMISSIONER);

        assertThat(TEST.listRetaliation.list(Optional.empty(), 100, inConflict))
                .extracting(FlaggedCase::caseId)
                .doesNotContain(caseId.value());
    }

    @Test
    void whatIsNoRetaliationIsNotOnTheCommissionersList() {
        TEST.corrected(caseId, "One.", victim);

        assertThat(TEST.listRetaliation.list(Optional.empty(), 100, ACCESS.commissioner()))
                .extracting(FlaggedCase::caseId)
                .doesNotContain(caseId.value());
    }

    @Test
    void aFlagIsSeenOnceAndTheFirstTimeStands() {
        var added = TEST.retaliated(caseId, RetaliationKind.OTHER, victim);
        TEST.viewFlags.see(caseId, added.id(), advocate);
        var first = flags().get(0).seenAt();
        ACCESS.clock.advance(Duration.ofHours(1));

        TEST.viewFlags.see(caseId, added.id(), advocate);

        assertThat(first).isNotNull();
        assertThat(flags().get(0).seenAt()).isEqualTo(first);
    }

    @Test
    void aFlagOfAnotherCaseIsNoneOfThisOne() {
        var other = TEST.of(victim, advocate);
        var added = TEST.retaliated(other, RetaliationKind.OTHER, victim);

        assertNoSuchThing(() -> TEST.viewFlags.see(caseId, added.id(), advocate));
        assertNoSuchThing(() -> TEST.viewFlags.see(other, UUID.randomUUID(), advocate));

        assertThat(TEST.viewFlags.view(other, advocate).get(0).seenAt()).isNull();
    }

    @Test
    void strangersSeeNeitherFlagsNorRetaliationNorContacts() {
        TEST.retaliated(caseId, RetaliationKind.OTHER, victim);
        for (var stranger : List.of(ACCESS.victim(), ACCESS.advocate(), ACCESS.investigator())) {
            assertNoSuchThing(() -> TEST.viewFlags.view(caseId, stranger));
            assertNoSuchThing(() -> TEST.readRetaliation.read(caseId, stranger));
            assertNoSuchThing(() -> TEST.retaliated(caseId, RetaliationKind.OTHER, stranger));
            assertNoSuchThing(() -> TEST.viewSafeContact.view(caseId, stranger));
            assertNoSuchThing(() -> TEST.viewSafeContact.viewOwn(caseId, stranger));
        }

        assertThat(flags()).hasSize(1);
    }

    @Test
    void nothingThatAVictimWroteIsStoredSoThatItCouldBeRead() {
        TEST.changeSafeContact.change(caseId, TestOwnRecords.channels("07700 900460"), 0, victim);
        TEST.corrected(caseId, "It was the year before.", victim);
        TEST.retaliated(caseId, RetaliationKind.OTHER, victim);

        assertThat(stored())
                .contains("SAFE_CONTACT_CHANGED", "OTHER")
                .doesNotContain("07700", "library", "year before", "PC Rule");
    }

    @Test
    void aFullRecordTakesNoMoreAndLosesNothing() {
        var ownRecord = OwnRecord.empty(caseId);
        var sealed = new org.candour.vault.Sealed<Words>(new byte[1]);
        for (var i = 0; i < OwnRecord.MOST_ENTRIES; i++) {
            ownRecord.add(new Correction(UUID.randomUUID(), ACCESS.clock.instant(), sealed, new Once("k" + i, "b")));
        }

        assertThatExceptionOfType(OwnRecordFull.class)
                .isThrownBy(() -> ownRecord.add(
                        new Correction(UUID.randomUUID(), ACCESS.clock.instant(), sealed, new Once("k", "b"))));

        assertThat(ownRecord.corrections()).hasSize(OwnRecord.MOST_ENTRIES);
        assertThat(ownRecord.flags()).hasSize(OwnRecord.MOST_ENTRIES);
    }

    @Test
    void eachReadingIsOnTheLedgerWithTheOneCompartmentItOpens() {
        ACCESS.ledger.fresh();
        TEST.viewSafeContact.view(caseId, advocate);
        TEST.readCorrections.read(caseId, victim);
        TEST.readRetaliation.read(caseId, advocate);

        assertThat(ACCESS.ledger.fresh())
                .extracting(Recorded::entry)
                .extracting(entry -> entry.act() + " " + entry.compartments())
                .containsExactly(
                        "VIEW_SAFE_CONTACT [IDENTITY]", "READ_CORRECTIONS [ACCOUNT]", "READ_RETALIATION [WORK]");
    }
}
