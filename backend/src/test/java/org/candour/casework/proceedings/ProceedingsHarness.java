package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.candour.casework.proceedings.TestProceedings.facts;
import static org.candour.casework.proceedings.TestProceedings.on;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.casework.timers.Timer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A new case with an advocate for each test, and what tests of its proceedings share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProceedingsHarness {
    final TestAccess access = new TestAccess();
    final TestProceedings proceedings = new TestProceedings(access);
    final Actor advocate = access.advocate();
    CaseId id = CaseId.next();

    @BeforeEach
    void grant() {
        id = proceedings.granted(advocate);
    }

    @AfterAll
    void stop() {
        access.close();
    }

    ProceedingsView view() {
        return proceedings.view.view(id, advocate);
    }

    long version() {
        return proceedings.register.of(id).version();
    }

    void assertRefused(String field, FactRefused.Rule rule, ThrowingCallable call) {
        var before = version();
        assertThatExceptionOfType(FactRefused.class).isThrownBy(call).satisfies(refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.rule()).isEqualTo(rule);
        });
        assertThat(version()).isEqualTo(before);
    }

    List<Timer> timers(String rule) {
        return proceedings.register.of(id).clock().timers().stream()
                .filter(timer -> timer.rule().id().equals(rule))
                .toList();
    }

    void refer(ReferralDecision decision) {
        var told = new NewReferral(
                decision,
                List.of(),
                java.util.Set.of(ScreeningQuestion.SERIOUS_ASSAULT),
                facts(on("2026-11-22"), DecisionMaker.APPROPRIATE_AUTHORITY),
                TestProceedings.reason("As the force wrote."));
        proceedings.recordReferral.record(id, told, version(), advocate);
    }
}
