package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candour.ledger.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which acts need a recent second factor, and that the challenge tells nothing. */
class StepUpGateTests {
    private static final TestAccess ACCESS = new TestAccess();

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    static Stream<Act> guarded() {
        return Arrays.stream(Act.values()).filter(Act::needsSecondFactor);
    }

    @Test
    void identityApprovalsEmergencyAndErasureNeedASecondFactor() {
        assertThat(guarded())
                .contains(Act.VIEW_IDENTITY, Act.APPROVE_DISCLOSURE, Act.APPROVE_ROTATION, Act.APPROVE_ERASURE);
    }

    @Test
    void whoeverOpensTheIdentityForItselfNeedsASecondFactor() {
        assertThat(Act.OPEN_CASE.opens()).doesNotContain(org.candour.ledger.Compartment.IDENTITY);
        assertThat(Act.VIEW_IDENTITY.opens()).containsExactly(org.candour.ledger.Compartment.IDENTITY);
    }

    @ParameterizedTest
    @EnumSource
    void theChallengeIsTheSameWhateverTheCase(Situation situation) {
        assertThat(guarded()).isNotEmpty().allSatisfy(act -> {
            var role = act.roles().iterator().next();
            var stage = situation.play(ACCESS, role);
            var alone = ACCESS.withPasswordAlone(stage.actor());
            ACCESS.ledger.fresh();

            assertThatExceptionOfType(StepUpNeeded.class)
                    .isThrownBy(() -> onACase(alone, act, stage.caseId()))
                    .withMessage("A recent second factor is needed")
                    .withNoCause()
                    .satisfies(needed -> assertThat(needed.maxAge()).isEqualTo(Duration.ofMinutes(10)));
            assertThatExceptionOfType(StepUpNeeded.class)
                    .isThrownBy(
                            () -> ACCESS.gate.admit(alone, act, stage.caseId().value(), Optional.empty()));
            assertThatExceptionOfType(StepUpNeeded.class)
                    .isThrownBy(() -> ACCESS.gate.admit(
                            alone,
                            act,
                            stage.caseId().value(),
                            Optional.of(new Standing(stage.caseId().value(), stage.caseId(), stage.audience()))));

            assertThat(ACCESS.ledger.fresh()).hasSize(3).allSatisfy(recorded -> {
                assertThat(recorded.entry().outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(recorded.entry().reason()).contains("STEP_UP");
                assertThat(recorded.entry().compartments()).isEmpty();
            });
        });
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void whoeverLacksTheRoleIsNotChallenged(Act act) {
        var others = EnumSet.allOf(Role.class);
        others.removeAll(act.roles());
        var nobody = ACCESS.withPasswordAlone(ACCESS.actor("iopc", "Robin Rule", others.toArray(new Role[0])));
        var caseId = ACCESS.entered(ACCESS.victim());

        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> onACase(nobody, act, caseId));
        assertThatExceptionOfType(RoleMissing.class).isThrownBy(() -> ACCESS.gate.admit(nobody, act));
    }

    @Test
    void aSecondFactorIsGoodUntilItsTimeIsOverAndNotBeforeItIsGiven() {
        var advocate = ACCESS.advocate();
        var caseId = ACCESS.entered(ACCESS.victim());
        ACCESS.grant(caseId, advocate);
        var at = ACCESS.clock.instant();

        for (var good : List.of(Duration.ZERO, Duration.ofMinutes(10).minusMillis(1), Duration.ofSeconds(-10))) {
            assertThatCode(() -> ACCESS.gate.admit(given(advocate, at.minus(good)), Act.VIEW_IDENTITY, caseId))
                    .doesNotThrowAnyException();
        }
        for (var bad : List.of(Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofSeconds(-11))) {
            assertThatExceptionOfType(StepUpNeeded.class)
                    .isThrownBy(() -> ACCESS.gate.admit(given(advocate, at.minus(bad)), Act.VIEW_IDENTITY, caseId));
        }
    }

    @Test
    void aSecondFactorIsNoGrant() {
        var caseId = ACCESS.entered(ACCESS.victim());

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> ACCESS.gate.admit(ACCESS.advocate(), Act.VIEW_IDENTITY, caseId));
    }

    private static Actor given(Actor actor, java.time.Instant at) {
        return new Actor(actor.id(), actor.roles(), actor.body(), actor.nameToken(), Optional.of(at));
    }

    /** Asked about the case itself, or about something that hangs on it where the act opens that thing's own keys. */
    private static void onACase(Actor actor, Act act, CaseId caseId) {
        if (act.opensOwnKeys()) {
            var standing = new Standing(caseId.value(), caseId, Optional.empty());
            ACCESS.gate.admit(actor, act, caseId.value(), Optional.of(standing));
        } else {
            ACCESS.gate.admit(actor, act, caseId);
        }
    }
}
