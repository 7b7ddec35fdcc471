package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.candour.access.GrantRefused.Reason;
import org.candour.ledger.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing on, and being given a case. */
class GrantTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestPeople PEOPLE = new TestPeople(ACCESS);

    private final Actor commissioner = ACCESS.commissioner();
    private final CaseId caseId = ACCESS.entered(ACCESS.victim());
    private final Instant tomorrow = ACCESS.clock.instant().plus(Duration.ofDays(1));

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private static Actor signedOn(Actor actor) {
        PEOPLE.signOn.signOn(actor);
        return actor;
    }

    private static long staff() {
        return ACCESS.mongo.getCollection("staff").countDocuments();
    }

    private static List<Document> accesses() {
        return ACCESS.mongo.findAll(Document.class, "case_access");
    }

    @Test
    void ofAVictimWhoSignsOnNothingIsKept() {
        var before = staff();

        PEOPLE.signOn.signOn(ACCESS.victim());

        assertThat(staff()).isEqualTo(before);
    }

    @Test
    void ofStaffNoNameIsKept() {
        var advocate = signedOn(ACCESS.advocate());

        var kept = ACCESS.mongo.findAll(Document.class, "staff").stream()
                .filter(document -> advocate.id().value().equals(document.getString("_id")));

        assertThat(kept).singleElement().satisfies(document -> {
            assertThat(document.keySet())
                    .containsOnly("_id", "roles", "body", "nameToken", "seenAt", "version", "_class");
            assertThat(document.toJson()).doesNotContainIgnoringCase("amara");
        });
    }

    @Test
    void whoHasNoRoleCannotSignOnAndThatIsOnTheRecord() {
        var before = staff();
        ACCESS.ledger.fresh();

        assertThatExceptionOfType(RoleMissing.class)
                .isThrownBy(() -> PEOPLE.signOn.signOn(ACCESS.actor("iopc", "No Role")));

        assertThat(staff()).isEqualTo(before);
        assertThat(ACCESS.ledger.fresh())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.entry().outcome()).isEqualTo(Outcome.REFUSED));
    }

    @Test
    void anAdvocateWhoHasSignedOnIsGivenTheCaseUntilTheTermEnds() {
        var advocate = signedOn(ACCESS.advocate());

        PEOPLE.assign(caseId, advocate, tomorrow, commissioner);

        assertThat(ACCESS.grantedTo(advocate)).containsExactly(caseId);
        assertThatCode(() -> ACCESS.gate.admit(advocate, Act.OPEN_CASE, caseId)).doesNotThrowAnyException();
    }

    @Test
    void aTermThatIsOverOrTooLongIsRefusedAndNothingChanges() {
        var advocate = signedOn(ACCESS.advocate());
        var now = ACCESS.clock.instant();

        for (var until :
                List.of(now.minusSeconds(1), now, now.plus(Duration.ofDays(180)).plusMillis(1))) {
            assertRefused(caseId, advocate, until, Reason.TERM);
        }
    }

    @Test
    void theLongestTermIsGiven() {
        var advocate = signedOn(ACCESS.advocate());

        PEOPLE.assign(caseId, advocate, ACCESS.clock.instant().plus(Duration.ofDays(180)), commissioner);

        assertThat(ACCESS.grantedTo(advocate)).containsExactly(caseId);
    }

    @Test
    void whoHasNotSignedOnIsNobodyAndNothingChanges() {
        assertRefused(caseId, ACCESS.advocate(), tomorrow, Reason.NOBODY);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADVOCATE")
    void whoIsNoAdvocateIsNobodyAndNothingChanges(Role role) {
        var somebody = signedOn(ACCESS.actor("iopc", "Some Body", role));

        assertRefused(caseId, somebody, tomorrow, Reason.NOBODY);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CONFLICT_BY_FORCE",
                "CONFLICT_BY_UNKNOWN_FORCE",
                "CONFLICT_BY_UNLISTED_BODY",
                "CONFLICT_BY_NAME",
                "EXCLUDED_BODY",
                "EXCLUDED_PERSON",
                "NO_BODY",
                "OWN"
            })
    void anAdvocateInConflictIsGivenNothing(Situation conflict) {
        var stage = conflict.play(ACCESS, Role.ADVOCATE);
        signedOn(stage.actor());

        assertRefused(stage.caseId(), stage.actor(), tomorrow, Reason.CONFLICT);
    }

    @Test
    void aCaseThatDoesNotExistIsGivenToNobody() {
        var advocate = signedOn(ACCESS.advocate());
        var before = accesses();

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(
                        () -> PEOPLE.propose.propose(CaseId.next(), PEOPLE.proposal(advocate, tomorrow), commissioner));

        assertThat(accesses()).isEqualTo(before);
    }

    @Test
    void onlyACommissionerGivesCases() {
        var advocate = signedOn(ACCESS.advocate());
        var before = accesses();

        for (var actor : List.of(advocate, ACCESS.victim(), ACCESS.investigator())) {
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> PEOPLE.propose.propose(caseId, PEOPLE.proposal(advocate, tomorrow), actor));
        }

        assertThat(accesses()).isEqualTo(before);
    }

    /** Somebody who moves to the accused's force, or loses the role, after the grant. */
    @Test
    void theSamePersonIsCheckedAgainAtEachAccess() {
        var advocate = signedOn(ACCESS.advocate());
        PEOPLE.assign(caseId, advocate, tomorrow, commissioner);
        var moved = new Actor(advocate.id(), advocate.roles(), Optional.of(BodyId.of("westmarch")), Optional.empty());
        var demoted = ACCESS.actor("north-isva-service", "Amara Advocate", Role.AUDITOR);

        for (var actor : List.of(moved, new Actor(advocate.id(), demoted.roles(), demoted.body(), Optional.empty()))) {
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> ACCESS.gate.admit(actor, Act.OPEN_CASE, caseId));
            assertThat(ACCESS.grantedTo(actor)).isEmpty();
        }
    }

    @Test
    void theIdOfACaseTriedAsThatOfADisclosureIsRefusedAndTheVictimSeesIt() {
        var advocate = signedOn(ACCESS.advocate());
        PEOPLE.assign(caseId, advocate, tomorrow, commissioner);
        ACCESS.ledger.fresh();

        for (var actor : List.of(advocate, commissioner)) {
            for (var act : List.of(Act.REVIEW_DISCLOSURE, Act.APPROVE_DISCLOSURE)) {
                assertThatExceptionOfType(NoSuchThing.class)
                        .isThrownBy(() -> ACCESS.gate.admit(actor, act, caseId.value(), Optional.empty()));
            }
        }

        assertThat(ACCESS.ledger.fresh()).hasSize(4).allSatisfy(recorded -> {
            assertThat(recorded.entry().reason()).contains("ABSENT");
            assertThat(recorded.entry().caseId()).contains(caseId.value());
        });
    }

    @Test
    void noCopyGoesToABodyThatIsUnknownOrInConflict() {
        assertThat(ACCESS.cases.mayReceive(caseId, BodyId.of("iopc"))).isTrue();
        assertThat(ACCESS.cases.mayReceive(caseId, BodyId.of("westmarch"))).isFalse();
        assertThat(ACCESS.cases.mayReceive(caseId, BodyId.of("nobody-knows-us")))
                .isFalse();
        assertThat(ACCESS.cases.mayReceive(CaseId.next(), BodyId.of("iopc"))).isFalse();
    }

    private void assertRefused(CaseId id, Actor advocate, Instant until, Reason reason) {
        var before = accesses();

        assertThatExceptionOfType(GrantRefused.class)
                .isThrownBy(() -> PEOPLE.propose.propose(id, PEOPLE.proposal(advocate, until), commissioner))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));

        assertThat(accesses()).isEqualTo(before);
    }

    @Test
    void grantsGivenAtTheSameMomentAreAllGiven() {
        var advocates = IntStream.range(0, 8)
                .mapToObj(number -> signedOn(ACCESS.advocate()))
                .toList();

        advocates.parallelStream()
                .forEach(advocate -> PEOPLE.assign(caseId, advocate, tomorrow, ACCESS.commissioner()));

        assertThat(advocates).allSatisfy(advocate -> ACCESS.gate.admit(advocate, Act.OPEN_CASE, caseId));
    }
}
