package org.candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.access.TestAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoteScopeTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestCasework CASEWORK = new TestCasework(ACCESS);

    private final Actor victim = ACCESS.victim();
    private final Actor author = ACCESS.advocate();
    private final Actor colleague = ACCESS.advocate();
    private final CaseId caseId = CASEWORK.intake.submit(victim).caseId();

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    @BeforeEach
    void openAndGrant() {
        CASEWORK.deliver();
        ACCESS.grant(caseId, author);
        ACCESS.grant(caseId, colleague);
    }

    private long version() {
        return CASEWORK.files.get(caseId).version();
    }

    private UUID noted(String text, NoteScope scope) {
        CASEWORK.addNote.add(caseId, text, scope, version(), author);
        var notes = CASEWORK.files.get(caseId).notes();
        return UUID.fromString(notes.get(notes.size() - 1).id());
    }

    private List<String> seenBy(Actor advocate) {
        return CASEWORK.openCase.open(caseId, advocate).notes().stream()
                .map(NoteView::text)
                .toList();
    }

    private List<String> seenByVictim() {
        return CASEWORK.readSharedNotes.read(caseId, Optional.empty(), 10, victim).stream()
                .map(SharedNote::text)
                .toList();
    }

    private void share(UUID note, NoteScope scope, Actor actor) {
        CASEWORK.shareNote.share(caseId, note, scope, version(), actor);
    }

    @Test
    void theTableOfScopesOnlyWidens() {
        assertThat(NoteScope.PRIVATE.next()).isEqualTo(Set.of(NoteScope.CASE_TEAM, NoteScope.SHARED_WITH_VICTIM));
        assertThat(NoteScope.CASE_TEAM.next()).isEqualTo(Set.of(NoteScope.SHARED_WITH_VICTIM));
        assertThat(NoteScope.SHARED_WITH_VICTIM.next()).isEmpty();
    }

    @Test
    void aPrivateNoteIsReadByItsAuthorAlone() {
        noted("I am not sure.", NoteScope.PRIVATE);

        assertThat(seenBy(author)).containsExactly("I am not sure.");
        assertThat(seenBy(colleague)).isEmpty();
        assertThat(seenByVictim()).isEmpty();
    }

    @Test
    void aNoteForTheTeamIsNotReadByTheVictim() {
        CASEWORK.addNote.add(caseId, "She is safe.", version(), author);

        assertThat(seenBy(colleague)).containsExactly("She is safe.");
        assertThat(seenByVictim()).isEmpty();
    }

    @Test
    void theVictimReadsWhatWasSharedTheLastSharedFirstAndNobodysPseudonym() {
        var first = noted("One.", NoteScope.CASE_TEAM);
        noted("Two.", NoteScope.SHARED_WITH_VICTIM);
        ACCESS.clock.advance(java.time.Duration.ofHours(1));
        share(first, NoteScope.SHARED_WITH_VICTIM, author);

        assertThat(seenByVictim()).containsExactly("One.", "Two.");
        assertThat(CASEWORK.readSharedNotes.read(caseId, Optional.of(first), 10, victim))
                .singleElement()
                .satisfies(note -> assertThat(note.body()).isEqualTo("north-isva-service"))
                .satisfies(note -> assertThat(note.text()).isEqualTo("Two."));
    }

    @Test
    void whatWasSharedStaysShared() {
        var note = noted("Shown.", NoteScope.SHARED_WITH_VICTIM);
        var before = version();
        for (var narrower : NoteScope.values()) {
            assertThatExceptionOfType(ScopeConflict.class)
                    .isThrownBy(() -> share(note, narrower, author))
                    .satisfies(conflict -> assertThat(conflict.allowed()).isEmpty());
        }

        assertThat(seenByVictim()).containsExactly("Shown.");
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void nobodyButTheAuthorWidensANoteAndAPrivateOneLooksLikeNone() {
        var secret = noted("Secret.", NoteScope.PRIVATE);
        var team = noted("Team.", NoteScope.CASE_TEAM);
        var before = version();
        for (var note : List.of(secret, team, UUID.randomUUID())) {
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> share(note, NoteScope.SHARED_WITH_VICTIM, colleague));
        }

        assertThat(version()).isEqualTo(before);
        assertThat(seenByVictim()).isEmpty();
    }

    @Test
    void aSharingFromAnOldVersionIsRefused() {
        var note = noted("One.", NoteScope.PRIVATE);
        var old = version();
        noted("Two.", NoteScope.PRIVATE);

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> CASEWORK.shareNote.share(caseId, note, NoteScope.CASE_TEAM, old, author));

        assertThat(seenBy(colleague)).isEmpty();
    }

    @Test
    void sharedNotesAreForTheVictimOfTheCaseAlone() {
        noted("Shown.", NoteScope.SHARED_WITH_VICTIM);
        for (var stranger : List.of(ACCESS.victim(), author, ACCESS.commissioner())) {
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> CASEWORK.readSharedNotes.read(caseId, Optional.empty(), 10, stranger));
        }
    }
}
