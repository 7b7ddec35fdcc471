package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.candour.access.Situation.Stage;
import org.candour.ledger.Outcome;

/** Whatever people do to a case, whoever is in conflict with it finds neither it nor a trace of it. */
class WallPropertyTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestPeople PEOPLE = new TestPeople(ACCESS);
    private static final LocalDate FAR = LocalDate.of(2099, 1, 1);
    private static final List<Situation> CONFLICTS = List.of(
            Situation.CONFLICT_BY_FORCE,
            Situation.CONFLICT_BY_UNKNOWN_FORCE,
            Situation.CONFLICT_BY_UNLISTED_BODY,
            Situation.CONFLICT_BY_NAME,
            Situation.EXCLUDED_BODY,
            Situation.EXCLUDED_PERSON,
            Situation.NO_BODY);

    @AfterContainer
    static void stop() {
        ACCESS.close();
    }

    /** What somebody may do to the case, with or for whoever is walled. */
    enum Step {
        ASK,
        ASK_BEHIND_THE_BACK,
        ACCEPT,
        DECLINE,
        TRANSFER,
        HANDOVER,
        REFER,
        COVER,
        GRANT,
        CONSENT,
        ASK_AS_COMMISSIONER,
        EMERGENCY,
        EMERGENCY_BEHIND_THE_BACK,
        APPROVE_EMERGENCY,
        APPROVE_AS_COMMISSIONER,
        REFUSE_AS_COMMISSIONER,
        READ_EMERGENCY,
        LOOK_AT_EMERGENCY,
        END_EMERGENCY,
        END,
        A_DAY_GOES_BY,
        TRY
    }

    @Provide
    static Arbitrary<Situation> conflicts() {
        return Arbitraries.of(CONFLICTS);
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMinSize(1).ofMaxSize(10);
    }

    @Property(tries = 40)
    void noSequenceOfStepsOpensAWalledCaseOrShowsItAnywhere(
            @ForAll("conflicts") Situation conflict, @ForAll("steps") List<Step> steps) {
        var scene = new Scene(conflict.play(ACCESS, Role.ADVOCATE, Role.COMMISSIONER));

        for (var step : steps) {
            attempt(() -> scene.take(step));
            scene.assertWalled();
        }
    }

    @Property(tries = 40)
    void aWalledCaseAnswersAsOneThatDoesNotExist(
            @ForAll("conflicts") Situation conflict, @ForAll("steps") List<Step> steps) {
        var scene = new Scene(conflict.play(ACCESS, Role.ADVOCATE, Role.COMMISSIONER));
        var unknown = new Scene(new Stage(scene.walled, CaseId.next(), Optional.empty()), scene.assignment);
        steps.forEach(step -> attempt(() -> scene.take(step)));

        for (var own : List.of(
                Step.ACCEPT,
                Step.DECLINE,
                Step.TRANSFER,
                Step.ASK_AS_COMMISSIONER,
                Step.EMERGENCY,
                Step.APPROVE_AS_COMMISSIONER,
                Step.REFUSE_AS_COMMISSIONER,
                Step.READ_EMERGENCY,
                Step.LOOK_AT_EMERGENCY,
                Step.END_EMERGENCY,
                Step.TRY)) {
            assertThat(attempt(() -> scene.take(own)))
                    .as("%s", own)
                    .isNotEmpty()
                    .isEqualTo(attempt(() -> unknown.take(own)));
        }
    }

    /** What came of it, as whoever tried can tell. */
    private static Optional<String> attempt(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (GrantRefused | AssignmentConflict | EmergencyClosed | NoSuchThing refused) {
            return Optional.of(refused.getClass().getSimpleName() + ": " + refused.getMessage());
        }
    }

    /** A case that an advocate holds, and somebody who must not come near it. */
    private static final class Scene {
        private final Actor commissioner = ACCESS.commissioner();
        private final Actor holder;
        private final Actor walled;
        private final CaseId caseId;
        private AssignmentId assignment;
        private EmergencyRequestId emergency = EmergencyRequestId.next();

        Scene(Stage stage) {
            this(stage, AssignmentId.next());
            PEOPLE.signedOn(walled);
            PEOPLE.signedOn(holder);
            ACCESS.grant(caseId, holder);
            ACCESS.cases.describe(caseId, facts -> facts.due("TEST", Optional.of(LocalDate.of(2026, 12, 1)), now()));
        }

        Scene(Stage stage, AssignmentId assignment) {
            this.walled = stage.actor();
            this.caseId = stage.caseId();
            this.assignment = assignment;
            // a colleague of the walled one, as far as there can be one, and not in conflict
            this.holder = ACCESS.actor("north-isva-service", "Holda Holder", Role.ADVOCATE);
        }

        private static Instant now() {
            return ACCESS.clock.instant();
        }

        void take(Step step) {
            switch (step) {
                case ASK -> PEOPLE.propose.propose(caseId, PEOPLE.proposal(walled), commissioner);
                case ASK_BEHIND_THE_BACK -> assignment = ACCESS.ask(caseId, listed(), now().plusSeconds(60));
                case ACCEPT -> PEOPLE.answer.accept(caseId, assignment, walled);
                case DECLINE -> PEOPLE.answer.decline(caseId, assignment, AssignmentReason.OTHER, walled);
                case TRANSFER -> PEOPLE.propose.passOn(caseId, from(AssignmentKind.TRANSFER, holder), walled);
                case HANDOVER -> PEOPLE.propose.passOn(caseId, from(AssignmentKind.HANDOVER, walled), holder);
                case REFER -> PEOPLE.propose.passOn(caseId, from(AssignmentKind.REFERRAL, walled), holder);
                case COVER -> PEOPLE.propose.propose(caseId, from(AssignmentKind.COVER, walled), commissioner);
                case GRANT -> ACCESS.grant(caseId, walled);
                case CONSENT ->
                    walled.body()
                            .ifPresent(body ->
                                    ACCESS.consent(caseId, body, Purpose.SUPPORT, now(), now().plusSeconds(60)));
                case ASK_AS_COMMISSIONER -> PEOPLE.propose.propose(caseId, PEOPLE.proposal(ACCESS.advocate()), walled);
                case EMERGENCY -> emergency = ACCESS.emergencies.asked(caseId, ACCESS.steppedUp(walled));
                case EMERGENCY_BEHIND_THE_BACK -> emergency = ACCESS.emergencies.askedBehindTheBack(caseId, walled);
                case APPROVE_EMERGENCY -> ACCESS.emergencies.approved(emergency);
                case APPROVE_AS_COMMISSIONER ->
                    ACCESS.emergencies.approve.approve(emergency, Optional.empty(), ACCESS.steppedUp(walled));
                case REFUSE_AS_COMMISSIONER -> ACCESS.emergencies.refuse.refuse(emergency, walled);
                case READ_EMERGENCY -> ACCESS.emergencies.view.view(emergency, ACCESS.steppedUp(walled));
                case LOOK_AT_EMERGENCY -> ACCESS.emergencies.own.view(emergency, walled);
                case END_EMERGENCY -> ACCESS.emergencies.end.end(emergency, walled);
                case END -> PEOPLE.end.end(caseId, assignment, AssignmentReason.OTHER, commissioner);
                case A_DAY_GOES_BY -> ACCESS.clock.advance(Duration.ofHours(6));
                case TRY -> ACCESS.gate.admit(walled, Act.OPEN_CASE, caseId);
            }
        }

        /** As a proposal that was made before the conflict arose would name them. */
        private Actor listed() {
            return new Actor(
                    walled.id(),
                    walled.roles(),
                    Optional.of(walled.body().orElse(BodyId.of("iopc"))),
                    Optional.empty());
        }

        private Proposal from(AssignmentKind kind, Actor to) {
            var leaves = kind == AssignmentKind.HANDOVER
                    ? Optional.of(now().plus(Duration.ofDays(2)))
                    : Optional.<Instant>empty();
            return new Proposal(
                    kind,
                    to.id(),
                    Optional.of(to.equals(holder) ? walled.id() : holder.id()),
                    Optional.empty(),
                    now().plus(Duration.ofDays(9)),
                    leaves,
                    AssignmentReason.WORKLOAD);
        }

        void assertWalled() {
            for (var act : Act.values()) {
                if (Attempts.way(act) == Attempts.Way.CASE) {
                    assertThatExceptionOfType(NoSuchThing.class)
                            .as("%s", act)
                            .isThrownBy(() -> ACCESS.gate.admit(ACCESS.steppedUp(walled), act, caseId));
                }
            }
            assertNoEmergency();
            assertNothingOnTheLedger();
            assertThat(ACCESS.grantedTo(walled)).isEmpty();
            assertThat(ACCESS.withoutConflict(walled)).doesNotContain(caseId);
            assertThat(PEOPLE.view.waitingFor(walled, Optional.empty(), 50)).isEmpty();
            assertThat(PEOPLE.refusals.view(Long.MAX_VALUE, 50, walled))
                    .extracting(ViewConflictRefusals.ConflictRefusal::caseId)
                    .doesNotContain(caseId.value());
            assertThat(workload(walled)).allSatisfy(one -> {
                assertThat(one.cases()).isZero();
                assertThat(one.due()).isZero();
                assertThat(one.waiting()).isZero();
            });
        }

        private void assertNoEmergency() {
            assertThat(ACCESS.emergencies.own.list(Optional.empty(), 50, walled))
                    .isEmpty();
            assertThat(ACCESS.emergencies.list.waiting(Optional.empty(), 10_000, walled))
                    .extracting(EmergencySummary::caseId)
                    .doesNotContain(caseId.value());
        }

        /** Lists put what they show on the record of its case: nothing of this one was ever shown to the walled one. */
        private void assertNothingOnTheLedger() {
            assertThat(ACCESS.ledger.ledger().entriesOf(caseId.value(), Long.MAX_VALUE, 1_000))
                    .filteredOn(recorded ->
                            recorded.entry().actor().equals(walled.id().value()))
                    .extracting(recorded -> recorded.entry().outcome())
                    .containsOnly(Outcome.REFUSED);
        }

        /** What the asker is told of the holder and of themself, whose only case is this one. */
        private List<Workload> workload(Actor asker) {
            return PEOPLE.workload.view(FAR, Optional.empty(), 10_000, asker).stream()
                    .filter(one ->
                            List.of(holder.id().value(), walled.id().value()).contains(one.advocate()))
                    .toList();
        }
    }
}
