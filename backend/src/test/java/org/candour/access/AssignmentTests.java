package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.candour.access.GrantRefused.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How advocates come to a case and leave it. */
class AssignmentTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestPeople PEOPLE = new TestPeople(ACCESS);
    private static final Duration DAY = Duration.ofDays(1);

    private static final Map<AssignmentStage, Set<AssignmentStage>> MOVES = Map.of(
            AssignmentStage.PROPOSED,
            Set.of(
                    AssignmentStage.ACCEPTED,
                    AssignmentStage.DECLINED,
                    AssignmentStage.WITHDRAWN,
                    AssignmentStage.EXPIRED),
            AssignmentStage.ACCEPTED,
            Set.of(AssignmentStage.EXPIRED, AssignmentStage.ENDED));

    private final Actor commissioner = ACCESS.commissioner();
    private final Actor advocate = PEOPLE.signedOn(ACCESS.advocate());
    private final Actor colleague = PEOPLE.signedOn(ACCESS.advocate());
    private final CaseId caseId = ACCESS.entered(ACCESS.victim());

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private Instant in(Duration time) {
        return ACCESS.clock.instant().plus(time);
    }

    private AssignmentId proposed() {
        return PEOPLE.proposed(caseId, advocate, commissioner);
    }

    private AssignmentId accepted() {
        var id = proposed();
        PEOPLE.answer.accept(caseId, id, advocate);
        return id;
    }

    private Proposal passOn(AssignmentKind kind, Actor to) {
        return new Proposal(
                kind,
                to.id(),
                Optional.of(advocate.id()),
                Optional.empty(),
                in(DAY.multipliedBy(20)),
                kind == AssignmentKind.HANDOVER ? Optional.of(in(DAY.multipliedBy(3))) : Optional.empty(),
                AssignmentReason.LEAVING);
    }

    private AssignmentId passedOn(AssignmentKind kind) {
        return new AssignmentId(
                PEOPLE.propose.passOn(caseId, passOn(kind, colleague), advocate).id());
    }

    private static boolean opens(Actor actor, CaseId caseId) {
        try {
            ACCESS.gate.admit(actor, Act.OPEN_CASE, caseId);
            return true;
        } catch (NoSuchThing refused) {
            return false;
        }
    }

    private boolean opens(Actor actor) {
        return opens(actor, caseId);
    }

    private static List<Document> accesses() {
        return ACCESS.mongo.findAll(Document.class, "case_access");
    }

    private static void refuses(Reason reason, ThrowingCallable call) {
        refuses(
                call,
                GrantRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static <X extends Throwable> void refuses(ThrowingCallable call, Class<X> type, Consumer<X> check) {
        var before = accesses();

        assertThatExceptionOfType(type).isThrownBy(call).satisfies(check::accept);

        assertThat(accesses()).isEqualTo(before);
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(AssignmentStage.values())
                .flatMap(from -> Arrays.stream(AssignmentStage.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aMoveIsInTheTableOrIsRefusedWithThoseThatAre(AssignmentStage from, AssignmentStage to) {
        var now = ACCESS.clock.instant();
        var assignment = new Assignment(
                AssignmentId.next().value(),
                AssignmentKind.ASSIGNMENT,
                advocate.id().value(),
                "body",
                null,
                now,
                in(DAY),
                in(DAY),
                null,
                from,
                List.of());

        if (MOVES.getOrDefault(from, Set.of()).contains(to)) {
            assertThat(assignment.moveTo(to, now, advocate.id(), null).stage(now))
                    .isEqualTo(to);
        } else {
            assertThatExceptionOfType(AssignmentConflict.class)
                    .isThrownBy(() -> assignment.moveTo(to, now, advocate.id(), null))
                    .satisfies(conflict -> {
                        assertThat(conflict.from()).isEqualTo(from);
                        assertThat(conflict.allowed()).isEqualTo(from.next());
                    });
        }
    }

    @Test
    void aProposalGivesNoAccessAndAnAcceptanceDoes() {
        var id = proposed();
        assertThat(opens(advocate)).isFalse();
        assertThat(ACCESS.grantedTo(advocate)).isEmpty();

        PEOPLE.answer.accept(caseId, id, advocate);

        assertThat(opens(advocate)).isTrue();
        assertThat(ACCESS.grantedTo(advocate)).containsExactly(caseId);
    }

    @Test
    void whoeverIsAskedSeesWhatTheCaseIsCalledAndDatesAndThatIsOnItsRecord() {
        var id = proposed();
        ACCESS.ledger.fresh();

        var waiting = PEOPLE.view.waitingFor(advocate, Optional.empty(), 10);

        assertThat(waiting).singleElement().satisfies(one -> {
            assertThat(one.caseId()).isEqualTo(caseId.value());
            assertThat(one.assignmentId()).isEqualTo(id.value());
            assertThat(one.reference()).startsWith("C-");
        });
        assertThat(ACCESS.ledger.fresh())
                .extracting(recorded -> recorded.entry().caseId())
                .containsExactly(Optional.empty(), Optional.of(caseId.value()));
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> PEOPLE.view.of(caseId, advocate));
    }

    @Test
    void anotherAdvocateSeesNothingOfTheProposalAndCannotAnswerIt() {
        var id = proposed();

        assertThat(PEOPLE.view.waitingFor(colleague, Optional.empty(), 10)).isEmpty();
        refuses(() -> PEOPLE.answer.accept(caseId, id, colleague), NoSuchThing.class, refused -> {});
        refuses(
                () -> PEOPLE.answer.decline(caseId, id, AssignmentReason.WORKLOAD, colleague),
                NoSuchThing.class,
                refused -> {});
    }

    @Test
    void whoeverHasAProposalOfTheirOwnCannotAnswerAnothers() {
        var id = proposed();
        PEOPLE.proposed(caseId, colleague, commissioner);

        refuses(() -> PEOPLE.answer.accept(caseId, id, colleague), NoSuchThing.class, refused -> {});
    }

    @Test
    void declinedAssignmentGivesNoAccessAndCannotBeAcceptedLater() {
        var id = proposed();

        var declined = PEOPLE.answer.decline(caseId, id, AssignmentReason.CONFLICT_DECLARED, advocate);

        assertThat(declined.stage()).isEqualTo(AssignmentStage.DECLINED);
        assertThat(declined.moves())
                .extracting(AssignmentMove::reason)
                .containsExactly(AssignmentReason.NO_ADVOCATE_YET, AssignmentReason.CONFLICT_DECLARED);
        assertThat(opens(advocate)).isFalse();
        refuses(() -> PEOPLE.answer.accept(caseId, id, advocate), NoSuchThing.class, refused -> {});
    }

    @Test
    void anAcceptanceThatIsSentAgainIsToldWhereItStands() {
        var id = accepted();

        refuses(
                () -> PEOPLE.answer.accept(caseId, id, advocate),
                AssignmentConflict.class,
                conflict -> assertThat(conflict.from()).isEqualTo(AssignmentStage.ACCEPTED));
        refuses(
                () -> PEOPLE.answer.decline(caseId, id, AssignmentReason.OTHER, advocate),
                AssignmentConflict.class,
                conflict -> assertThat(conflict.from()).isEqualTo(AssignmentStage.ACCEPTED));
    }

    @Test
    void aProposalThatIsSentAgainIsTheSameOneAndAnotherHasToWait() {
        var proposal = PEOPLE.proposal(advocate);
        var first = PEOPLE.propose.propose(caseId, proposal, commissioner);

        var again = PEOPLE.propose.propose(caseId, proposal, commissioner);

        assertThat(again).isEqualTo(first);
        refuses(
                Reason.WAITING,
                () -> PEOPLE.propose.propose(caseId, PEOPLE.proposal(advocate, in(DAY.multipliedBy(2))), commissioner));
    }

    @Test
    void aProposalExpiresAtTheInstantItNames() {
        var id = proposed();
        ACCESS.clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(PEOPLE.view.waitingFor(advocate, Optional.empty(), 10)).hasSize(1);

        ACCESS.clock.advance(Duration.ofMillis(1));

        assertThat(PEOPLE.view.waitingFor(advocate, Optional.empty(), 10)).isEmpty();
        refuses(() -> PEOPLE.answer.accept(caseId, id, advocate), NoSuchThing.class, refused -> {});
        assertThat(PEOPLE.view.of(caseId, commissioner))
                .extracting(AssignmentView::stage)
                .containsExactly(AssignmentStage.EXPIRED);
    }

    @Test
    void theGrantExpiresWithItsTerm() {
        accepted();
        ACCESS.clock.advance(PEOPLE.term().minusMillis(1));
        assertThat(opens(advocate)).isTrue();

        ACCESS.clock.advance(Duration.ofMillis(1));

        assertThat(opens(advocate)).isFalse();
        assertThat(ACCESS.grantedTo(advocate)).isEmpty();
        assertThat(PEOPLE.view.of(caseId, commissioner))
                .extracting(AssignmentView::stage)
                .containsExactly(AssignmentStage.EXPIRED);
    }

    @Test
    void whatWasWithdrawnCannotBeAcceptedAndOnlyWhoAskedOrACommissionerWithdraws() {
        accepted();
        var id = passedOn(AssignmentKind.TRANSFER);
        var third = PEOPLE.signedOn(ACCESS.advocate());
        PEOPLE.answer.accept(caseId, PEOPLE.proposed(caseId, third, commissioner), third);
        refuses(Reason.NOT_YOURS, () -> PEOPLE.end.withdraw(caseId, id, AssignmentReason.MISTAKE, third));

        PEOPLE.end.withdraw(caseId, id, AssignmentReason.MISTAKE, advocate);

        refuses(() -> PEOPLE.answer.accept(caseId, id, colleague), NoSuchThing.class, refused -> {});
        assertThat(opens(advocate)).isTrue();
    }

    @Test
    void whatWasAnsweredCannotBeWithdrawn() {
        var id = accepted();

        refuses(
                () -> PEOPLE.end.withdraw(caseId, id, AssignmentReason.MISTAKE, commissioner),
                AssignmentConflict.class,
                conflict -> assertThat(conflict.allowed())
                        .containsExactlyInAnyOrder(AssignmentStage.ENDED, AssignmentStage.EXPIRED));
    }

    @Test
    void aTransferEndsTheFirstAccessWhenTheSecondIsAcceptedAndNotBefore() {
        accepted();
        var id = passedOn(AssignmentKind.TRANSFER);
        assertThat(opens(advocate)).isTrue();
        assertThat(opens(colleague)).isFalse();

        PEOPLE.answer.accept(caseId, id, colleague);

        assertThat(opens(advocate)).isFalse();
        assertThat(opens(colleague)).isTrue();
        assertThat(PEOPLE.view.of(caseId, colleague))
                .extracting(AssignmentView::stage)
                .containsExactly(AssignmentStage.ENDED, AssignmentStage.ACCEPTED);
    }

    @Test
    void aDeclinedTransferLeavesTheCaseWhereItIs() {
        accepted();
        var id = passedOn(AssignmentKind.TRANSFER);

        PEOPLE.answer.decline(caseId, id, AssignmentReason.WORKLOAD, colleague);

        assertThat(opens(advocate)).isTrue();
        assertThat(opens(colleague)).isFalse();
    }

    @Test
    void ofTwoTransfersOnlyOneIsAccepted() {
        accepted();
        var third = PEOPLE.signedOn(ACCESS.advocate());
        var first = passedOn(AssignmentKind.TRANSFER);
        var second = PEOPLE.propose.passOn(caseId, passOn(AssignmentKind.TRANSFER, third), advocate);

        PEOPLE.answer.accept(caseId, first, colleague);

        refuses(
                () -> PEOPLE.answer.accept(caseId, new AssignmentId(second.id()), third),
                NoSuchThing.class,
                refused -> {});
    }

    @Test
    void aHandoverLeavesBothUntilTheDayOnWhichTheFirstLeaves() {
        accepted();
        var id = passedOn(AssignmentKind.HANDOVER);

        PEOPLE.answer.accept(caseId, id, colleague);

        assertThat(opens(advocate)).isTrue();
        assertThat(opens(colleague)).isTrue();
        ACCESS.clock.advance(DAY.multipliedBy(3));
        assertThat(opens(advocate)).isFalse();
        assertThat(opens(colleague)).isTrue();
    }

    @Test
    void aHandoverThatIsAcceptedTooLateEndsTheFirstAccessAtOnce() {
        accepted();
        var id = passedOn(AssignmentKind.HANDOVER);
        ACCESS.clock.advance(DAY.multipliedBy(4));

        PEOPLE.answer.accept(caseId, id, colleague);

        assertThat(opens(advocate)).isFalse();
        assertThat(opens(colleague)).isTrue();
    }

    @Test
    void coverIsForItsDaysAloneAndEndsNobodysAccess() {
        accepted();
        var cover = new Proposal(
                AssignmentKind.COVER,
                colleague.id(),
                Optional.of(advocate.id()),
                Optional.of(in(DAY)),
                in(DAY.multipliedBy(5)),
                Optional.empty(),
                AssignmentReason.ABSENCE);
        var id = PEOPLE.propose.propose(caseId, cover, commissioner).id();
        PEOPLE.answer.accept(caseId, new AssignmentId(id), colleague);

        assertThat(opens(colleague)).isFalse();
        ACCESS.clock.advance(DAY);
        assertThat(opens(colleague)).isTrue();
        assertThat(opens(advocate)).isTrue();
        ACCESS.clock.advance(DAY.multipliedBy(4));
        assertThat(opens(colleague)).isFalse();
        assertThat(opens(advocate)).isTrue();
    }

    @Test
    void withoutTheVictimsConsentNothingIsReferred() {
        accepted();
        var elsewhere = PEOPLE.signedOn(ACCESS.actor("iopc", "Else Where", Role.ADVOCATE));

        refuses(
                Reason.CONSENT,
                () -> PEOPLE.propose.passOn(caseId, passOn(AssignmentKind.REFERRAL, elsewhere), advocate));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSFER", "HANDOVER"})
    void aCaseGoesToAnotherOrganisationOnlyAsAReferral(AssignmentKind kind) {
        accepted();
        var elsewhere = PEOPLE.signedOn(ACCESS.actor("iopc", "Else Where", Role.ADVOCATE));

        refuses(Reason.OTHER_BODY, () -> PEOPLE.propose.passOn(caseId, passOn(kind, elsewhere), advocate));
        refuses(Reason.OTHER_BODY, () -> PEOPLE.propose.propose(caseId, PEOPLE.proposal(elsewhere), commissioner));
    }

    @Test
    void aReferralWithinOneOrganisationIsNone() {
        accepted();

        refuses(Reason.KIND, () -> PEOPLE.propose.passOn(caseId, passOn(AssignmentKind.REFERRAL, colleague), advocate));
    }

    @Test
    void whoeverChangesTheirOrganisationBeforeTheyAcceptIsRefused() {
        var id = proposed();
        var moved = new Actor(advocate.id(), advocate.roles(), Optional.of(BodyId.of("iopc")), Optional.empty());

        refuses(Reason.OTHER_BODY, () -> PEOPLE.answer.accept(caseId, id, moved));
    }

    @Test
    void whoeverIsInConflictWhenTheyAcceptIsRefusedAndThatIsOnTheRecord() {
        var id = proposed();
        var moved = new Actor(advocate.id(), advocate.roles(), Optional.of(BodyId.of("westmarch")), Optional.empty());
        ACCESS.ledger.fresh();

        refuses(() -> PEOPLE.answer.accept(caseId, id, moved), NoSuchThing.class, refused -> {});

        assertThat(ACCESS.ledger.fresh())
                .extracting(recorded -> recorded.entry().reason())
                .containsExactly(Optional.of("CONFLICT"));
    }

    @Test
    void nobodyIsAskedByThemselfOrTakesACaseFromThemself() {
        accepted();
        var both = PEOPLE.signedOn(ACCESS.actor("north-isva-service", "Both Roles", Role.ADVOCATE, Role.COMMISSIONER));

        refuses(Reason.SELF, () -> PEOPLE.propose.propose(caseId, PEOPLE.proposal(both), both));
        refuses(Reason.SELF, () -> PEOPLE.propose.passOn(caseId, passOn(AssignmentKind.TRANSFER, advocate), advocate));
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGNMENT", "COVER"})
    void whatIsACommissionersAloneIsNotTheHoldersToAsk(AssignmentKind kind) {
        accepted();

        refuses(Reason.KIND, () -> PEOPLE.propose.passOn(caseId, passOn(kind, colleague), advocate));
    }

    @Test
    void whoeverHoldsNothingPassesNothingOn() {
        refuses(
                () -> PEOPLE.propose.passOn(caseId, passOn(AssignmentKind.TRANSFER, colleague), advocate),
                NoSuchThing.class,
                refused -> {});
        refuses(
                Reason.HOLDER,
                () -> PEOPLE.propose.propose(caseId, passOn(AssignmentKind.TRANSFER, colleague), commissioner));
    }

    @Test
    void theDayOfLeavingMustLieWithinTheTermAndInTheFuture() {
        accepted();
        var handover = passOn(AssignmentKind.HANDOVER, colleague);

        for (var leaves : List.of(
                Optional.<Instant>empty(), Optional.of(ACCESS.clock.instant()), Optional.of(handover.until()))) {
            refuses(
                    Reason.LEAVING,
                    () -> PEOPLE.propose.passOn(
                            caseId,
                            new Proposal(
                                    handover.kind(),
                                    handover.advocate(),
                                    handover.holder(),
                                    handover.from(),
                                    handover.until(),
                                    leaves,
                                    handover.reason()),
                            advocate));
        }
    }

    @Test
    void anEndedAccessIsEndedWithEverythingElseThatTheAdvocateHolds() {
        var id = accepted();
        var second = PEOPLE.proposed(caseId, advocate, commissioner);
        PEOPLE.answer.accept(caseId, second, advocate);

        var ended = PEOPLE.end.end(caseId, id, AssignmentReason.SAFETY, commissioner);

        assertThat(ended.stage()).isEqualTo(AssignmentStage.ENDED);
        assertThat(opens(advocate)).isFalse();
        assertThat(PEOPLE.view.of(caseId, commissioner))
                .extracting(AssignmentView::stage)
                .containsOnly(AssignmentStage.ENDED);
    }

    @Test
    void anAdvocateEndsTheirOwnAccessAndNobodyElses() {
        var id = accepted();
        PEOPLE.answer.accept(caseId, PEOPLE.proposed(caseId, colleague, commissioner), colleague);
        refuses(Reason.NOT_YOURS, () -> PEOPLE.end.end(caseId, id, AssignmentReason.WORK_DONE, colleague));

        PEOPLE.end.end(caseId, id, AssignmentReason.WORK_DONE, advocate);

        assertThat(opens(advocate)).isFalse();
        assertThat(opens(colleague)).isTrue();
    }

    @Test
    void assignmentsOfAnotherCaseAreNotFound() {
        var id = accepted();
        var other = ACCESS.entered(ACCESS.victim());

        refuses(
                () -> PEOPLE.end.end(other, id, AssignmentReason.SAFETY, commissioner),
                NoSuchThing.class,
                refused -> {});
    }

    @Test
    void acceptedAtTheSameMomentAllAreKept() {
        var advocates = IntStream.range(0, 6)
                .mapToObj(number -> PEOPLE.signedOn(ACCESS.advocate()))
                .toList();

        advocates.parallelStream()
                .forEach(one -> PEOPLE.answer.accept(caseId, PEOPLE.proposed(caseId, one, commissioner), one));

        assertThat(advocates)
                .allSatisfy(one -> assertThatCode(() -> ACCESS.gate.admit(one, Act.OPEN_CASE, caseId))
                        .doesNotThrowAnyException());
    }
}
