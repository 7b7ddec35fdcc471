package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.candour.access.ApproveEmergencyAccess.HoldBack;
import org.candour.ledger.Compartment;
import org.candour.ledger.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emergency access: two people, minutes, and never through a conflict. */
class EmergencyAccessTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestEmergencies EMERGENCIES = ACCESS.emergencies;

    private final Actor advocate = ACCESS.advocate();
    private final Actor commissioner = ACCESS.commissioner();
    private CaseId caseId = CaseId.next();

    @BeforeEach
    void enter() {
        caseId = ACCESS.entered(ACCESS.victim());
    }

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    @Test
    void askingOpensNothing() {
        EMERGENCIES.asked(caseId, advocate);

        assertRefused(Act.OPEN_CASE, advocate);
        assertThat(Act.REQUEST_EMERGENCY_ACCESS.opens()).isEmpty();
    }

    @Test
    void whoIsApprovedHasTheMinutesTheyAskedForAndNotOneMore() {
        EMERGENCIES.approved(EMERGENCIES.asked(caseId, advocate));

        ACCESS.clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThatCode(() -> ACCESS.gate.admit(advocate, Act.OPEN_CASE, caseId)).doesNotThrowAnyException();
        ACCESS.clock.advance(Duration.ofMillis(1));
        assertRefused(Act.OPEN_CASE, advocate);
    }

    @Test
    void nobodyElseIsLetIn() {
        EMERGENCIES.approved(EMERGENCIES.asked(caseId, advocate));

        assertRefused(Act.OPEN_CASE, ACCESS.advocate());
        assertRefused(Act.OPEN_CASE, commissioner);
    }

    @Test
    void whoeverAskedCannotDecide() {
        var both = ACCESS.actor("victims-commissioner", "Bo Both", Role.ADVOCATE, Role.COMMISSIONER);
        var id = EMERGENCIES.asked(caseId, both);

        assertThatExceptionOfType(SecondApproverNeeded.class)
                .isThrownBy(() -> EMERGENCIES.approve.approve(id, Optional.empty(), both));
        assertThatExceptionOfType(SecondApproverNeeded.class).isThrownBy(() -> EMERGENCIES.refuse.refuse(id, both));

        assertThat(stage(id)).isEqualTo(EmergencyStage.WAITING);
        assertRefused(Act.OPEN_CASE, both);
    }

    @Test
    void whatIsDecidedIsDecidedOnce() {
        var approved = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.approved(approved);
        var refused = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.refuse.refuse(refused, commissioner);

        for (var id : List.of(approved, refused)) {
            var before = stage(id);
            assertThatExceptionOfType(EmergencyClosed.class)
                    .isThrownBy(() -> EMERGENCIES.approve.approve(id, Optional.empty(), ACCESS.commissioner()))
                    .satisfies(closed -> assertThat(closed.current()).isEqualTo(before));
            assertThatExceptionOfType(EmergencyClosed.class)
                    .isThrownBy(() -> EMERGENCIES.refuse.refuse(id, ACCESS.commissioner()));
            assertThat(stage(id)).isEqualTo(before);
        }
        assertThat(ACCESS.cases.find(caseId).orElseThrow().people().grants()).hasSize(1);
    }

    @Test
    void aRequestThatNobodyDecidesLapses() {
        var id = EMERGENCIES.asked(caseId, advocate);
        ACCESS.clock.advance(Duration.ofHours(1));

        assertThatExceptionOfType(EmergencyClosed.class)
                .isThrownBy(() -> EMERGENCIES.approve.approve(id, Optional.empty(), ACCESS.commissioner()))
                .satisfies(closed -> assertThat(closed.current()).isEqualTo(EmergencyStage.LAPSED));
        assertThat(ACCESS.cases.find(caseId).orElseThrow().people().grants()).isEmpty();
        assertThat(waiting(ACCESS.commissioner())).doesNotContain(id.value());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 241, 1_000_000})
    void minutesAreFewAndAtLeastOne(int minutes) {
        var before = ACCESS.mongo.findAll(Document.class, "emergency_requests");

        assertThatExceptionOfType(EmergencyRefused.class)
                .isThrownBy(() -> EMERGENCIES.request.request(caseId, "now", Optional.of(minutes), advocate))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(EmergencyRefused.Reason.MINUTES));

        assertThat(ACCESS.mongo.findAll(Document.class, "emergency_requests")).isEqualTo(before);
    }

    @Test
    void itIsHeldBackOnlyForATimeAndWithAReason() {
        var id = EMERGENCIES.asked(caseId, advocate);
        var now = ACCESS.clock.instant();

        for (var end :
                List.of(now, now.minusSeconds(1), now.plus(Duration.ofDays(90)).plusMillis(1), Instant.MAX)) {
            assertHoldBackRefused(id, new HoldBack(end, Optional.of("why")), EmergencyRefused.Reason.HELD_BACK_UNTIL);
        }
        for (var none : List.of(Optional.<String>empty(), Optional.of(" "))) {
            assertHoldBackRefused(id, new HoldBack(now.plusSeconds(60), none), EmergencyRefused.Reason.WHY_HELD_BACK);
        }

        assertThat(stage(id)).isEqualTo(EmergencyStage.WAITING);
        assertRefused(Act.OPEN_CASE, advocate);
    }

    private void assertHoldBackRefused(EmergencyRequestId id, HoldBack holdBack, EmergencyRefused.Reason reason) {
        assertThatExceptionOfType(EmergencyRefused.class)
                .isThrownBy(() -> EMERGENCIES.approve.approve(id, Optional.of(holdBack), commissioner))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void whoeverIsInConflictLearnsNoMoreThanOfACaseThatIsNot() {
        var inConflict = ACCESS.actor("westmarch", "Wes Wall", Role.ADVOCATE);

        for (var id : List.of(caseId, CaseId.next())) {
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> EMERGENCIES.asked(id, inConflict))
                    .withMessage("No such thing, or not for this actor")
                    .withNoCause();
        }
        assertThat(EMERGENCIES.requests.on(caseId)).isEmpty();
    }

    @Test
    void aConflictBeatsAnAccessThatWasGiven() {
        EMERGENCIES.approved(EMERGENCIES.asked(caseId, advocate));
        var moved = new Actor(
                advocate.id(),
                advocate.roles(),
                Optional.of(BodyId.of("westmarch")),
                advocate.nameToken(),
                advocate.secondFactorAt());

        assertRefused(Act.OPEN_CASE, moved);
    }

    @Test
    void aCommissionerInConflictNeitherSeesNorDecidesIt() {
        var id = EMERGENCIES.asked(caseId, advocate);
        var inConflict = ACCESS.actor("westmarch", "Connie Flict", Role.COMMISSIONER);

        assertThat(waiting(inConflict)).doesNotContain(id.value());
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.view.view(id, inConflict));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> EMERGENCIES.approve.approve(id, Optional.empty(), inConflict));
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.refuse.refuse(id, inConflict));

        assertThat(stage(id)).isEqualTo(EmergencyStage.WAITING);
    }

    @Test
    void whoDecidesSeesWhatWaitsAndReadsTheReason() {
        var id = EMERGENCIES.asked(caseId, advocate);

        assertThat(waiting(commissioner)).contains(id.value());
        var view = EMERGENCIES.view.view(id, commissioner);

        assertThat(view.reason()).isEqualTo(TestEmergencies.REASON);
        assertThat(view.request().minutes()).isEqualTo(30);
        assertThat(view.toString()).doesNotContain("bathroom");
    }

    @Test
    void theReasonIsNowhereReadableAndReadingItOpensNothingOfTheCase() {
        var id = EMERGENCIES.asked(caseId, advocate);
        ACCESS.ledger.fresh();
        EMERGENCIES.view.view(id, commissioner);

        assertThat(ACCESS.mongo.findAll(Document.class, "emergency_requests").toString())
                .doesNotContain("bathroom", "Imogen");
        assertThat(ACCESS.ledger.fresh()).singleElement().satisfies(recorded -> {
            assertThat(recorded.entry().object()).contains(id.value());
            assertThat(recorded.entry().caseId()).contains(caseId.value());
            assertThat(recorded.entry().compartments()).containsExactly(Compartment.WORK);
            assertThat(recorded.entry().outcome()).isEqualTo(Outcome.ADMITTED);
        });
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ACCESS.gate.admit(commissioner, Act.VIEW_EMERGENCY_REQUEST, caseId));
    }

    @Test
    void whoeverAskedSeesHowItStands() {
        var approved = EMERGENCIES.asked(caseId, advocate);
        var ended = EMERGENCIES.asked(caseId, advocate);
        var refused = EMERGENCIES.asked(caseId, advocate);
        var lapsed = EMERGENCIES.asked(caseId, advocate);
        assertOwn(approved, EmergencyStage.WAITING);

        EMERGENCIES.approved(approved);
        var until = ACCESS.clock.instant().plus(Duration.ofMinutes(30));
        EMERGENCIES.approved(ended);
        EMERGENCIES.end.end(ended, advocate);
        EMERGENCIES.refuse.refuse(refused, commissioner);

        assertOwn(approved, EmergencyStage.APPROVED);
        assertThat(EMERGENCIES.own.view(approved, advocate).until()).isEqualTo(until.truncatedTo(ChronoUnit.MILLIS));
        assertOwn(ended, EmergencyStage.ENDED);
        assertOwn(refused, EmergencyStage.REFUSED);
        ACCESS.clock.advance(Duration.ofHours(1));
        assertOwn(approved, EmergencyStage.EXPIRED);
        assertOwn(lapsed, EmergencyStage.LAPSED);
    }

    private void assertOwn(EmergencyRequestId id, EmergencyStage stage) {
        assertThat(EMERGENCIES.own.view(id, advocate).stage()).isEqualTo(stage);
        assertThat(EMERGENCIES.own.list(Optional.empty(), 50, advocate))
                .filteredOn(one -> one.id().equals(id.value()))
                .singleElement()
                .isEqualTo(EMERGENCIES.own.view(id, advocate));
    }

    @Test
    void nobodyButWhoAskedSeesWhatBecameOfItOrEndsIt() {
        var id = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.approved(id);
        var before = ACCESS.mongo.findAll(Document.class, "case_access");

        for (var other : List.of(ACCESS.advocate(), commissioner, ACCESS.victim(), ACCESS.investigator())) {
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.own.view(id, other));
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.end.end(id, other));
        }
        assertThat(EMERGENCIES.own.list(Optional.empty(), 50, ACCESS.advocate()))
                .isEmpty();

        assertThat(stage(id)).isEqualTo(EmergencyStage.APPROVED);
        assertThat(ACCESS.mongo.findAll(Document.class, "case_access")).isEqualTo(before);
    }

    @Test
    void whatIsEndedEarlyOpensNothingFromThatInstantOn() {
        var id = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.approved(id);
        ACCESS.clock.advance(Duration.ofMinutes(3));

        EMERGENCIES.end.end(id, advocate);

        assertRefused(Act.OPEN_CASE, advocate);
        assertThat(EMERGENCIES.own.view(id, advocate).endedAt())
                .isEqualTo(ACCESS.clock.instant().truncatedTo(ChronoUnit.MILLIS));
        assertThat(ACCESS.grantedTo(advocate)).isEmpty();
    }

    @Test
    void endingItLeavesWhatElseTheAdvocateHoldsOnTheCase() {
        var id = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.approved(id);
        ACCESS.grant(caseId, advocate);

        EMERGENCIES.end.end(id, advocate);

        assertThatCode(() -> ACCESS.gate.admit(advocate, Act.OPEN_CASE, caseId)).doesNotThrowAnyException();
    }

    @Test
    void whatIsRefusedOrOverCannotBeEnded() {
        var waiting = EMERGENCIES.asked(caseId, advocate);
        var refused = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.refuse.refuse(refused, commissioner);
        var ended = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.approved(ended);
        EMERGENCIES.end.end(ended, advocate);
        var approved = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.approved(approved);

        assertNotEnded(refused, EmergencyStage.REFUSED);
        assertNotEnded(ended, EmergencyStage.ENDED);
        ACCESS.clock.advance(Duration.ofHours(1));
        assertNotEnded(waiting, EmergencyStage.LAPSED);
        assertNotEnded(approved, EmergencyStage.EXPIRED);
    }

    @Test
    void aRequestThatWasTakenBackCanNoLongerBeApproved() {
        var id = EMERGENCIES.asked(caseId, advocate);

        EMERGENCIES.end.end(id, advocate);

        assertOwn(id, EmergencyStage.WITHDRAWN);
        assertThatExceptionOfType(EmergencyClosed.class)
                .isThrownBy(() -> EMERGENCIES.approve.approve(id, Optional.empty(), commissioner))
                .satisfies(closed -> assertThat(closed.current()).isEqualTo(EmergencyStage.WITHDRAWN));
        assertRefused(Act.OPEN_CASE, advocate);
        assertNotEnded(id, EmergencyStage.WITHDRAWN);
    }

    private void assertNotEnded(EmergencyRequestId id, EmergencyStage current) {
        var before = ACCESS.mongo.findAll(Document.class, "emergency_requests");
        assertThatExceptionOfType(EmergencyClosed.class)
                .isThrownBy(() -> EMERGENCIES.end.end(id, advocate))
                .satisfies(closed -> assertThat(closed.current()).isEqualTo(current));
        assertThat(ACCESS.mongo.findAll(Document.class, "emergency_requests")).isEqualTo(before);
    }

    @Test
    void anApprovalThatIsStillBeingWrittenGivesNothingBackThatWasEnded() {
        var id = EMERGENCIES.asked(caseId, advocate);
        var request = EMERGENCIES.requests.get(id);
        request.approve(commissioner.id(), ACCESS.clock.instant());
        EMERGENCIES.requests.save(request);

        EMERGENCIES.end.end(id, advocate);

        assertThat(stage(id)).isEqualTo(EmergencyStage.ENDED);
        assertRefused(Act.OPEN_CASE, advocate);
    }

    @Test
    void ownRequestsComeInPagesAndEachOneShownIsOnTheRecordOfItsCase() {
        var ids = Stream.generate(() -> EMERGENCIES.asked(caseId, advocate))
                .limit(5)
                .map(EmergencyRequestId::value)
                .sorted(Comparator.reverseOrder())
                .toList();
        var first = EMERGENCIES.own.list(Optional.empty(), 3, advocate);
        EMERGENCIES.asked(caseId, advocate);
        ACCESS.ledger.fresh();
        var second = EMERGENCIES.own.list(
                Optional.of(new EmergencyRequestId(first.get(2).id())), 3, advocate);

        assertThat(first).extracting(EmergencySummary::id).isEqualTo(ids.subList(0, 4));
        assertThat(second).extracting(EmergencySummary::id).isEqualTo(ids.subList(3, 5));
        assertThat(ACCESS.ledger.fresh())
                .filteredOn(recorded -> recorded.entry().caseId().equals(Optional.of(caseId.value())))
                .extracting(recorded -> recorded.entry().object().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(ids.subList(3, 5));
    }

    @Test
    void whoComesIntoConflictLaterSeesNothingOfTheirOwnRequestAnyMore() {
        var id = EMERGENCIES.asked(caseId, advocate);
        EMERGENCIES.approved(id);
        var moved =
                new Actor(advocate.id(), advocate.roles(), Optional.of(BodyId.of("westmarch")), advocate.nameToken());
        ACCESS.ledger.fresh();

        assertThat(EMERGENCIES.own.list(Optional.empty(), 50, moved)).isEmpty();
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.own.view(id, moved));
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.end.end(id, moved));

        assertThat(stage(id)).isEqualTo(EmergencyStage.APPROVED);
    }

    @Test
    void anUnknownRequestIsNoRequest() {
        var unknown = new EmergencyRequestId(UUID.randomUUID());
        var ofACase = new EmergencyRequestId(caseId.value());

        for (var id : List.of(unknown, ofACase)) {
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.view.view(id, commissioner));
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> EMERGENCIES.approve.approve(id, Optional.empty(), commissioner));
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.own.view(id, advocate));
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EMERGENCIES.end.end(id, advocate));
        }
    }

    private EmergencyStage stage(EmergencyRequestId id) {
        return EMERGENCIES.requests.get(id).stage(ACCESS.clock.instant());
    }

    private static List<UUID> waiting(Actor actor) {
        return EMERGENCIES.list.waiting(Optional.empty(), 100, actor).stream()
                .map(EmergencySummary::id)
                .toList();
    }

    private void assertRefused(Act act, Actor actor) {
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> ACCESS.gate.admit(actor, act, caseId));
    }
}
