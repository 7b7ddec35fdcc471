package org.candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.access.Role;
import org.candour.access.TestAccess;
import org.candour.vault.EnvelopeRejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseworkTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestCasework CASEWORK = new TestCasework(ACCESS);
    private static final Set<List<Status>> MOVES = Set.of(
            List.of(Status.RECEIVED, Status.IN_SUPPORT),
            List.of(Status.RECEIVED, Status.CLOSED),
            List.of(Status.IN_SUPPORT, Status.WITH_INVESTIGATORS),
            List.of(Status.IN_SUPPORT, Status.CLOSED),
            List.of(Status.WITH_INVESTIGATORS, Status.IN_SUPPORT),
            List.of(Status.WITH_INVESTIGATORS, Status.CLOSED),
            List.of(Status.CLOSED, Status.IN_SUPPORT));

    private final Actor advocate = ACCESS.advocate();

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Status.values())
                .flatMap(from -> Arrays.stream(Status.values()).map(to -> Arguments.of(from, to)));
    }

    private CaseId granted() {
        var id = CASEWORK.opened();
        ACCESS.grant(id, advocate);
        return id;
    }

    private static CaseFile at(Status status) {
        var now = ACCESS.clock.instant();
        var history = List.of(new StatusChange(status, now));
        return new CaseFile(CaseId.next().value(), "C-1", history, List.of(), status, 0L);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aMoveIsInTheTableOrIsRefusedWithThoseThatAre(Status from, Status to) {
        var file = at(from);

        if (MOVES.contains(List.of(from, to))) {
            file.moveTo(to, ACCESS.clock.instant());
            assertThat(file.status()).isEqualTo(to);
            assertThat(file.history()).extracting(StatusChange::status).containsExactly(from, to);
        } else {
            assertThatExceptionOfType(StatusConflict.class)
                    .isThrownBy(() -> file.moveTo(to, ACCESS.clock.instant()))
                    .satisfies(conflict -> assertThat(conflict.allowed()).isEqualTo(from.next()));
            assertThat(file.status()).isEqualTo(from);
            assertThat(file.history()).hasSize(1);
        }
    }

    @Test
    void anAdvocateReadsTheReportAndTheNotes() {
        var id = granted();
        var version = CASEWORK.addNote.add(id, "She is safe at her sister's.", 0, advocate);

        var view = CASEWORK.openCase.open(id, advocate);

        assertThat(view.version()).isEqualTo(version);
        assertThat(CASEWORK.viewIdentity.view(id, advocate).name()).isEqualTo("Vera Victim");
        assertThat(view.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("She is safe at her sister's.");
            assertThat(note.author()).isEqualTo(advocate.id().value());
        });
    }

    @Test
    void theSecondOfTwoEditorsIsToldTheVersionAndNothingIsLost() {
        var id = granted();
        var version = CASEWORK.addNote.add(id, "first", 0, advocate);

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> CASEWORK.addNote.add(id, "second", 0, advocate))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(version));
        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> CASEWORK.moveStatus.move(id, Status.IN_SUPPORT, 0, advocate));

        assertThat(CASEWORK.openCase.open(id, advocate).notes())
                .extracting(NoteView::text)
                .containsExactly("first");
        assertThat(CASEWORK.files.get(id).status()).isEqualTo(Status.RECEIVED);
    }

    /** Both have read the same version and passed every check: the store decides. */
    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsToldTheVersion() {
        var id = CASEWORK.opened();
        var mine = CASEWORK.files.get(id);
        var theirs = CASEWORK.files.get(id);
        mine.moveTo(Status.IN_SUPPORT, ACCESS.clock.instant());
        theirs.moveTo(Status.CLOSED, ACCESS.clock.instant());
        var saved = CASEWORK.files.save(mine);

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> CASEWORK.files.save(theirs))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(saved.version()));

        assertThat(CASEWORK.files.get(id).status()).isEqualTo(Status.IN_SUPPORT);
    }

    @Test
    void aRefusedMoveChangesNothing() {
        var id = granted();

        assertThatExceptionOfType(StatusConflict.class)
                .isThrownBy(() -> CASEWORK.moveStatus.move(id, Status.WITH_INVESTIGATORS, 0, advocate));

        assertThat(CASEWORK.files.get(id).version()).isZero();
    }

    @Test
    void notesSwappedBetweenTheirIdsDoNotOpen() {
        var id = granted();
        var version = CASEWORK.addNote.add(id, "one", 0, advocate);
        CASEWORK.addNote.add(id, "two", version, advocate);
        var file = CASEWORK.files.get(id);
        var one = file.notes().get(0);
        var two = file.notes().get(1);
        var swapped = List.of(
                new Note(one.id(), one.at(), one.author(), two.text()),
                new Note(two.id(), two.at(), two.author(), one.text()));
        CASEWORK.files.save(
                new CaseFile(id.value(), file.reference(), file.history(), swapped, file.status(), file.version()));

        assertThatExceptionOfType(EnvelopeRejected.class).isThrownBy(() -> CASEWORK.openCase.open(id, advocate));
    }

    @Test
    void whoHoldsNoGrantReadsAndChangesNothing() {
        var id = CASEWORK.opened();

        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> CASEWORK.openCase.open(id, advocate));
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> CASEWORK.addNote.add(id, "x", 0, advocate));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> CASEWORK.moveStatus.move(id, Status.IN_SUPPORT, 0, advocate));

        assertThat(CASEWORK.files.get(id).version()).isZero();
    }

    @Test
    void aVictimSeesReceivedBeforeTheCaseFileIsOpen() {
        var victim = ACCESS.victim();
        var submitted = CASEWORK.intake.submit(victim);

        var early = CASEWORK.viewProgress.view(submitted.caseId(), victim);
        CASEWORK.deliver();

        assertThat(early.status()).isEqualTo(Status.RECEIVED);
        assertThat(early.reference()).isEqualTo(submitted.reference());
        assertThat(CASEWORK.viewProgress.view(submitted.caseId(), victim)).isEqualTo(early);
    }

    @Test
    void anotherVictimSeesNothing() {
        var id = CASEWORK.opened();

        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> CASEWORK.viewProgress.view(id, ACCESS.victim()));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> CASEWORK.viewAccessLog.view(id, Long.MAX_VALUE, 10, ACCESS.victim()));
    }

    @Test
    void anEventThatComesTwiceOpensOneFileAndKeepsIt() {
        var id = granted();
        CASEWORK.moveStatus.move(id, Status.IN_SUPPORT, 0, advocate);
        var file = CASEWORK.files.get(id);

        assertThatCode(() -> CASEWORK.files.on(
                        new org.candour.intake.ReportSubmitted(id, file.reference(), ACCESS.clock.instant())))
                .doesNotThrowAnyException();

        assertThat(CASEWORK.files.get(id).status()).isEqualTo(Status.IN_SUPPORT);
    }

    @Test
    void theVictimSeesWhoCameAndWhoWasTurnedAway() {
        var victim = ACCESS.victim();
        var id = CASEWORK.intake.submit(victim).caseId();
        CASEWORK.deliver();
        ACCESS.grant(id, advocate);
        CASEWORK.openCase.open(id, advocate);
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> CASEWORK.openCase.open(id, ACCESS.investigator()));

        var log = CASEWORK.viewAccessLog.view(id, Long.MAX_VALUE, 10, victim);

        assertThat(log)
                .extracting(AccessLogEntry::act, AccessLogEntry::body, AccessLogEntry::isRefused)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple("VIEW_ACCESS_LOG", "UNKNOWN", false),
                        org.assertj.core.groups.Tuple.tuple("OPEN_CASE", "iopc", true),
                        org.assertj.core.groups.Tuple.tuple("OPEN_CASE", "north-isva-service", false));
    }

    @Test
    void pagesFollowOneAnotherNewestFirst() {
        var ids = new ArrayList<java.util.UUID>();
        for (var i = 0; i < 5; i++) {
            ids.add(granted().value());
        }
        ids.sort(java.util.Comparator.reverseOrder());

        var first = CASEWORK.listCases.granted(Optional.empty(), 2, advocate);
        var second =
                CASEWORK.listCases.granted(Optional.of(new CaseId(first.get(1).id())), 10, advocate);
        var forAssignment = CASEWORK.listCases.forAssignment(
                Optional.of(new CaseId(first.get(1).id())), 3, ACCESS.commissioner());

        assertThat(Stream.concat(first.stream(), second.stream()))
                .extracting(CaseSummary::id)
                .isEqualTo(ids);
        assertThat(forAssignment).extracting(CaseSummary::id).isEqualTo(ids.subList(2, 5));
    }

    @Test
    void aCommissionerDoesNotSeeACaseTheyAreInConflictWith() {
        var id = CASEWORK.opened().value();
        var inConflict = ACCESS.actor("westmarch", "Connie Flict", Role.COMMISSIONER);

        var theirs = CASEWORK.listCases.forAssignment(Optional.empty(), 3, inConflict);
        var others = CASEWORK.listCases.forAssignment(Optional.empty(), 3, ACCESS.commissioner());

        assertThat(theirs).extracting(CaseSummary::id).doesNotContain(id);
        assertThat(others).extracting(CaseSummary::id).contains(id);
    }
}
