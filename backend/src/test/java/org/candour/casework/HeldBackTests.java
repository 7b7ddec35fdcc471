package org.candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a victim sees of emergency access, and when. */
class HeldBackTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestCasework CASEWORK = new TestCasework(ACCESS);

    private final Actor victim = ACCESS.victim();
    private final Actor advocate = ACCESS.advocate();
    private CaseId caseId = CaseId.next();

    @BeforeEach
    void open() {
        caseId = CASEWORK.intake.submit(victim).caseId();
        CASEWORK.deliver();
    }

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    @Test
    void theVictimSeesAnEmergencyAccessAtOnceUnlessItIsHeldBack() {
        ACCESS.emergencies.approved(ACCESS.emergencies.asked(caseId, advocate));
        CASEWORK.openCase.open(caseId, advocate);

        assertThat(acts()).contains("REQUEST_EMERGENCY_ACCESS", "APPROVE_EMERGENCY_ACCESS", "OPEN_CASE");
    }

    @Test
    void whatIsHeldBackComesWhenItsTimeIsOverAndNothingIsDropped() {
        var shown = acts();
        var until = ACCESS.clock.instant().plus(Duration.ofDays(7));
        ACCESS.emergencies.approved(ACCESS.emergencies.asked(caseId, advocate), until);
        CASEWORK.openCase.open(caseId, advocate);

        assertThat(others(acts())).isEqualTo(others(shown));
        ACCESS.clock.set(until.minusMillis(1));
        assertThat(others(acts())).isEqualTo(others(shown));
        ACCESS.clock.set(until);
        assertThat(others(acts()))
                .startsWith("OPEN_CASE", "APPROVE_EMERGENCY_ACCESS", "REQUEST_EMERGENCY_ACCESS")
                .endsWith(others(shown).toArray(new String[0]));
    }

    @Test
    void thatItWasEndedEarlyIsHeldBackAsItselfIsEvenMuchLater() {
        var shown = acts();
        var until = ACCESS.clock.instant().plus(Duration.ofDays(7));
        var id = ACCESS.emergencies.asked(caseId, advocate);
        ACCESS.emergencies.approved(id, until);
        ACCESS.emergencies.lookedAtAndEnded(id, advocate);
        ACCESS.clock.advance(Duration.ofDays(1));
        ACCESS.emergencies.listed(advocate);

        assertThat(others(acts())).isEqualTo(others(shown));
        ACCESS.clock.set(until);
        assertThat(acts()).contains("END_EMERGENCY_ACCESS", "VIEW_OWN_EMERGENCY_REQUEST");
    }

    @Test
    void nothingIsShownBeforeSomebodyHasDecidedWhetherItIsSafe() {
        ACCESS.emergencies.asked(caseId, advocate);

        assertThat(acts()).doesNotContain("REQUEST_EMERGENCY_ACCESS");
        ACCESS.clock.advance(Duration.ofHours(1));
        assertThat(acts()).contains("REQUEST_EMERGENCY_ACCESS");
    }

    @Test
    void whatOthersDoMeanwhileIsShown() {
        var other = ACCESS.advocate();
        ACCESS.grant(caseId, other);
        var until = ACCESS.clock.instant().plus(Duration.ofDays(7));
        ACCESS.emergencies.approved(ACCESS.emergencies.asked(caseId, advocate), until);
        CASEWORK.openCase.open(caseId, other);

        assertThat(acts()).contains("OPEN_CASE").doesNotContain("REQUEST_EMERGENCY_ACCESS");
    }

    @Test
    void whatTheRequesterDoesLaterUnderAGrantIsShown() {
        var until = ACCESS.clock.instant().plus(Duration.ofDays(7));
        ACCESS.emergencies.approved(ACCESS.emergencies.asked(caseId, advocate), until);
        ACCESS.clock.advance(Duration.ofMinutes(31));
        ACCESS.grant(caseId, advocate);
        CASEWORK.openCase.open(caseId, advocate);

        assertThat(acts()).contains("OPEN_CASE").doesNotContain("REQUEST_EMERGENCY_ACCESS");
    }

    @Test
    void pagesStayFullWhereSomethingIsHeldBack() {
        var until = ACCESS.clock.instant().plus(Duration.ofDays(7));
        for (var i = 0; i < 3; i++) {
            acts();
            ACCESS.emergencies.approved(ACCESS.emergencies.asked(caseId, advocate), until);
        }

        assertThat(CASEWORK.viewAccessLog.view(caseId, Long.MAX_VALUE, 4, victim))
                .hasSize(4);
    }

    private List<String> acts() {
        return CASEWORK.viewAccessLog.view(caseId, Long.MAX_VALUE, 100, victim).stream()
                .map(AccessLogEntry::act)
                .toList();
    }

    /** Without the looks into the log itself. */
    private static List<String> others(List<String> acts) {
        var others = new ArrayList<>(acts);
        others.removeIf("VIEW_ACCESS_LOG"::equals);
        return others;
    }
}
