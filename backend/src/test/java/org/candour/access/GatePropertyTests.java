package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.candour.access.Situation.Stage;

class GatePropertyTests {
    private static final List<Situation> CONFLICTS = List.of(
            Situation.CONFLICT_BY_FORCE,
            Situation.CONFLICT_BY_UNKNOWN_FORCE,
            Situation.CONFLICT_BY_UNLISTED_BODY,
            Situation.CONFLICT_BY_NAME,
            Situation.EXCLUDED_BODY,
            Situation.EXCLUDED_PERSON,
            Situation.NO_BODY);

    private static final TestAccess ACCESS = new TestAccess();

    @AfterContainer
    static void stop() {
        ACCESS.close();
    }

    /** A grant that begins and ends so many seconds from now. */
    record Term(Role role, int from, int until) {}

    @Provide
    static Arbitrary<List<Term>> terms() {
        var seconds = Arbitraries.integers().between(-100, 100);
        return Combinators.combine(Arbitraries.of(Role.class), seconds, seconds)
                .as(Term::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    static Arbitrary<Situation> conflicts() {
        return Arbitraries.of(CONFLICTS);
    }

    @Property(tries = 60)
    void noSequenceOfGrantsOpensACaseInWhichAConflictStands(
            @ForAll("conflicts") Situation conflict, @ForAll("terms") List<Term> terms, @ForAll Act act) {
        var stage = conflict.play(ACCESS, Role.values());
        terms.forEach(term -> grant(stage, term));

        if (Attempts.way(act) == Attempts.Way.CASE) {
            refuses(stage, act);
        }
        assertThat(ACCESS.grantedTo(stage.actor())).isEmpty();
    }

    @Property(tries = 60)
    void conflictBeatsGrantAndRelease(@ForAll("conflicts") Situation conflict) {
        var stage = conflict.play(ACCESS, Role.values());
        var standing = new Standing(UUID.randomUUID(), stage.caseId(), stage.audience());

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> ACCESS.gate.admit(
                        stage.actor(), Act.READ_DISCLOSURE, standing.object(), Optional.of(standing)));
        refuses(stage, Act.OPEN_CASE);
    }

    @Property(tries = 60)
    void aGrantHoldsFromItsFirstInstantToJustBeforeItsLast(
            @ForAll @LongRange(min = 1, max = 100_000_000) long millis,
            @ForAll @IntRange(min = 0, max = 100_000) int later) {
        var advocate = ACCESS.advocate();
        var caseId = ACCESS.entered(ACCESS.victim());
        var from = ACCESS.clock.instant().plusSeconds(1);
        var until = from.plusMillis(millis);
        ACCESS.grant(caseId, advocate, Role.ADVOCATE, from, until);
        var stage = new Stage(advocate, caseId, Optional.empty());

        refuses(stage, Act.OPEN_CASE);
        ACCESS.clock.set(from);
        admits(stage);
        ACCESS.clock.set(until.minusNanos(1));
        admits(stage);
        ACCESS.clock.set(until);
        refuses(stage, Act.OPEN_CASE);
        ACCESS.clock.advance(Duration.ofSeconds(later));
        refuses(stage, Act.OPEN_CASE);
    }

    @Property(tries = 25)
    void listsShowWhatTheGateAdmitsAndNothingElse(
            @ForAll @Size(min = 1, max = 8) List<Situation> situations, @ForAll Role role) {
        var actor = ACCESS.actor("iopc", "Robin Rule", Role.ADVOCATE, Role.INVESTIGATOR, Role.VICTIM);
        var forces = List.of("Westmarch", "UNKNOWN", "iopc");
        var ids = new ArrayList<CaseId>();
        for (var i = 0; i < situations.size(); i++) {
            var stage = situations.get(i).play(ACCESS, role);
            var random = new Random(situations.hashCode() + i);
            var id = ACCESS.entered(
                    random.nextInt(4) == 0 ? actor : ACCESS.victim(),
                    List.of(forces.get(random.nextInt(3))),
                    random.nextInt(4) == 0 ? List.of("IOPC") : List.of(),
                    random.nextInt(4) == 0 ? List.of("rule robin") : List.of());
            var now = ACCESS.clock.instant();
            ACCESS.grant(
                    id,
                    actor,
                    List.of(Role.ADVOCATE, Role.INVESTIGATOR, Role.VICTIM).get(random.nextInt(3)),
                    now.minusSeconds(random.nextInt(2)),
                    now.plusSeconds(random.nextInt(2)));
            ids.add(id);
            ids.add(stage.caseId());
            ACCESS.consent(id, BodyId.of("iopc"));
            if (situations.get(i) != Situation.ABSENT) {
                ACCESS.consent(stage.caseId(), BodyId.of("iopc"));
            }
        }
        Collections.sort(ids, java.util.Comparator.comparing(CaseId::value).reversed());

        assertThat(ACCESS.grantedTo(actor)).isEqualTo(admitted(ids, actor, Act.OPEN_CASE));
        assertThat(ACCESS.cases.ownedBy(actor, Optional.empty(), 100))
                .isEqualTo(admitted(ids, actor, Act.VIEW_PROGRESS));
        assertThat(ACCESS.withoutConflict(actor)).filteredOn(ids::contains).isEqualTo(released(ids, actor));
    }

    private static List<CaseId> admitted(List<CaseId> ids, Actor actor, Act act) {
        return ids.stream()
                .filter(id -> isAdmitted(() -> ACCESS.gate.admit(actor, act, id)))
                .toList();
    }

    /** Each as if a disclosure of it were released to the actor's body. */
    private static List<CaseId> released(List<CaseId> ids, Actor actor) {
        return ids.stream()
                .filter(id -> isAdmitted(() -> ACCESS.gate.admit(
                        actor,
                        Act.READ_DISCLOSURE,
                        id.value(),
                        Optional.of(new Standing(id.value(), id, actor.body())))))
                .toList();
    }

    private static boolean isAdmitted(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (NoSuchThing refused) {
            return false;
        }
    }

    @Example
    void pagesStayAsTheyAreWhileCasesComeIn() {
        var actor = ACCESS.actor("iopc", "Robin Rule", Role.ADVOCATE, Role.VICTIM);
        var advocate = ACCESS.advocate();
        var before = new ArrayList<CaseId>();
        for (var i = 0; i < 7; i++) {
            before.add(granted(actor, advocate));
        }
        Collections.sort(before, java.util.Comparator.comparing(CaseId::value).reversed());

        var owned = new ArrayList<CaseId>();
        var granted = new ArrayList<CaseLine>();
        for (var page = 0; page < 4; page++) {
            owned.addAll(ACCESS.cases.ownedBy(actor, last(owned), 2));
            var next = ACCESS.lists.grantedTo(advocate, CaseQuery.newest(behind(granted), 2));
            granted.addAll(next.lines());
            granted(actor, advocate);
        }

        assertThat(owned).isEqualTo(before);
        assertThat(granted).extracting(CaseLine::id).isEqualTo(before);
    }

    private static CaseId granted(Actor owner, Actor advocate) {
        var id = ACCESS.entered(owner);
        ACCESS.grant(id, advocate);
        return id;
    }

    private static Optional<CaseCursor> behind(List<CaseLine> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(CaseCursor.behind(lines.get(lines.size() - 1), CaseOrder.NEWEST));
    }

    private static Optional<CaseId> last(List<CaseId> ids) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }

    private static void grant(Stage stage, Term term) {
        var now = ACCESS.clock.instant();
        ACCESS.grant(
                stage.caseId(),
                stage.actor(),
                term.role(),
                now.plusSeconds(term.from()),
                now.plusSeconds(term.until()));
    }

    private static void refuses(Stage stage, Act act) {
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> ACCESS.gate.admit(stage.actor(), act, stage.caseId()));
    }

    private static void admits(Stage stage) {
        assertThatCode(() -> ACCESS.gate.admit(stage.actor(), Act.OPEN_CASE, stage.caseId()))
                .doesNotThrowAnyException();
    }
}
