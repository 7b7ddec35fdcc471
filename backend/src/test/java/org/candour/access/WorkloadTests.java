package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candour.access.ViewConflictRefusals.ConflictRefusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a commissioner sees of advocates' work, and of who was turned away. */
class WorkloadTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestPeople PEOPLE = new TestPeople(ACCESS);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    private final Actor commissioner = ACCESS.commissioner();
    private final Actor walled = ACCESS.actor("westmarch", "Wally Walled", Role.COMMISSIONER);
    private final Actor advocate = PEOPLE.signedOn(ACCESS.advocate());

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private static CaseId entered(Optional<LocalDate> dueOn) {
        var id = ACCESS.entered(ACCESS.victim());
        ACCESS.cases.describe(id, facts -> facts.due("TEST", dueOn, ACCESS.clock.instant()));
        return id;
    }

    private Workload workload(Actor asker) {
        return PEOPLE.workload.view(DUE.plusDays(1), Optional.empty(), 10_000, asker).stream()
                .filter(one -> one.advocate().equals(advocate.id().value()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itCountsLiveGrantsOnceACaseWhatIsDueInThemAndWhatWaits() {
        var due = entered(Optional.of(DUE));
        ACCESS.grant(due, advocate);
        ACCESS.grant(due, advocate);
        ACCESS.grant(entered(Optional.of(DUE.plusDays(1))), advocate);
        ACCESS.grant(entered(Optional.empty()), advocate);
        PEOPLE.proposed(entered(Optional.of(DUE)), advocate, commissioner);

        assertThat(workload(commissioner))
                .isEqualTo(new Workload(advocate.id().value(), "north-isva-service", 3, 1, 1));
    }

    @Test
    void whatIsOverOrAnsweredIsNotCounted() {
        var id = entered(Optional.of(DUE));
        var now = ACCESS.clock.instant();
        ACCESS.grant(id, advocate, Role.ADVOCATE, now.minusSeconds(60), now);
        ACCESS.grant(id, advocate, Role.ADVOCATE, now.plusSeconds(1), now.plusSeconds(60));
        ACCESS.grant(id, advocate, Role.INVESTIGATOR, now, now.plusSeconds(60));
        var declined = PEOPLE.proposed(id, advocate, commissioner);
        PEOPLE.answer.decline(id, declined, AssignmentReason.WORKLOAD, advocate);
        PEOPLE.proposed(entered(Optional.empty()), advocate, commissioner);
        ACCESS.clock.advance(Duration.ofDays(7));

        assertThat(workload(commissioner))
                .isEqualTo(new Workload(advocate.id().value(), "north-isva-service", 0, 0, 0));
    }

    @Test
    void whoeverIsInConflictWithACaseDoesNotSeeItInAnyNumber() {
        var id = entered(Optional.of(DUE));
        ACCESS.grant(id, advocate);
        PEOPLE.proposed(entered(Optional.of(DUE)), advocate, commissioner);

        assertThat(workload(walled)).isEqualTo(new Workload(advocate.id().value(), "north-isva-service", 0, 0, 0));
        assertThat(workload(commissioner).cases()).isEqualTo(1);
    }

    @Test
    void pagesFollowOneAnother() {
        for (var i = 0; i < 5; i++) {
            PEOPLE.signedOn(ACCESS.advocate());
        }
        var all = PEOPLE.workload.view(DUE, Optional.empty(), 10_000, commissioner);

        var seen = new ArrayList<Workload>();
        Optional<ActorId> before = Optional.empty();
        List<Workload> page;
        do {
            page = PEOPLE.workload.view(DUE, before, 2, commissioner);
            seen.addAll(page.subList(0, Math.min(2, page.size())));
            before = seen.stream().reduce((first, last) -> last).map(last -> ActorId.of(last.advocate()));
        } while (page.size() > 2);

        assertThat(seen).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void onlyACommissionerAsks() {
        for (var actor : List.of(advocate, ACCESS.victim(), ACCESS.investigator())) {
            assertThatExceptionOfType(RoleMissing.class)
                    .isThrownBy(() -> PEOPLE.workload.view(DUE, Optional.empty(), 10, actor));
            assertThatExceptionOfType(RoleMissing.class)
                    .isThrownBy(() -> PEOPLE.refusals.view(Long.MAX_VALUE, 10, actor));
        }
    }

    @Test
    void aRefusalBecauseOfAConflictReachesTheCommissioner() {
        var id = ACCESS.entered(ACCESS.victim());
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> ACCESS.gate.admit(walled, Act.ASSIGN_ADVOCATE, id));

        var refusals = PEOPLE.refusals.view(Long.MAX_VALUE, 1, commissioner);

        assertThat(refusals.get(0))
                .extracting(ConflictRefusal::caseId, ConflictRefusal::body, ConflictRefusal::role, ConflictRefusal::act)
                .containsExactly(id.value(), "westmarch", "COMMISSIONER", "ASSIGN_ADVOCATE");
    }

    @Test
    void whoeverIsWalledFromTheCaseIsNotToldOfIt() {
        var id = ACCESS.entered(ACCESS.victim());
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> ACCESS.gate.admit(walled, Act.ASSIGN_ADVOCATE, id));

        assertThat(PEOPLE.refusals.view(Long.MAX_VALUE, 50, walled)).isEmpty();
    }

    @Test
    void anyOtherRefusalIsNotAmongThem() {
        var id = ACCESS.entered(ACCESS.victim());
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> ACCESS.gate.admit(advocate, Act.OPEN_CASE, id));

        assertThat(PEOPLE.refusals.view(Long.MAX_VALUE, 50, commissioner))
                .extracting(ConflictRefusal::caseId)
                .doesNotContain(id.value());
    }

    @Test
    void refusalsComeInPagesNewestFirstWhoeverElseIsLeftOut() {
        var ids = new ArrayList<CaseId>();
        for (var i = 0; i < 3; i++) {
            var id = ACCESS.entered(ACCESS.victim());
            var hidden = ACCESS.entered(ACCESS.victim(), List.of("Northfield Police"), List.of(), List.of());
            ids.add(0, id);
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> ACCESS.gate.admit(walled, Act.ASSIGN_ADVOCATE, id));
            var other = ACCESS.actor("northfield", "Nora North", Role.COMMISSIONER);
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> ACCESS.gate.admit(other, Act.ASSIGN_ADVOCATE, hidden));
        }
        var asker = ACCESS.actor("northfield", "Nigel North", Role.COMMISSIONER);

        var first = PEOPLE.refusals.view(Long.MAX_VALUE, 2, asker);
        var second = PEOPLE.refusals.view(first.get(1).ledgerIndex(), 1, asker);

        assertThat(first)
                .hasSize(3)
                .extracting(refusal -> new CaseId(refusal.caseId()))
                .isEqualTo(ids);
        assertThat(second.get(0)).isEqualTo(first.get(2));
    }
}
