package org.candour.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.NoSuchThing;
import org.candour.access.Role;
import org.candour.access.Standing;
import org.candour.access.TestAccess;
import org.candour.disclosure.redaction.Category;
import org.candour.disclosure.redaction.Redaction;
import org.candour.disclosure.redaction.RedactionRejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestDisclosures TEST = new TestDisclosures(ACCESS);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private static Instant tomorrow() {
        return ACCESS.clock.instant().plus(Duration.ofDays(1));
    }

    private static long version(DisclosureId id) {
        return TEST.disclosures.get(id).version();
    }

    /** That the call is refused so, and leaves the disclosure as it was. */
    private static void assertRefused(DisclosureId id, Class<? extends Throwable> refusal, ThrowingCallable call) {
        var before = TEST.summary(id);

        assertThatExceptionOfType(refusal).isThrownBy(call);

        assertThat(TEST.summary(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void eachVerbWorksAtItsOwnStageAndIsRefusedAtAllOthers(Stage stage) {
        var id = TEST.at(stage);
        var commissioner = ACCESS.commissioner();
        if (stage != Stage.DRAFT) {
            assertRefused(id, StageConflict.class, () -> TEST.propose.propose(id, version(id), TEST.advocate));
            assertRefused(
                    id, StageConflict.class, () -> TEST.correct.correct(id, List.of(), version(id), TEST.advocate));
        }
        if (stage != Stage.PROPOSED) {
            assertRefused(id, StageConflict.class, () -> TEST.approve.approve(id, commissioner));
        }
        if (stage != Stage.APPROVED) {
            assertRefused(id, StageConflict.class, () -> TEST.release.release(id, tomorrow(), TEST.advocate));
        }

        assertThat(TEST.summary(id).stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStageButTheEndItCanBeWithdrawn(Stage stage) {
        var id = TEST.at(stage);

        if (stage == Stage.ENDED) {
            assertRefused(id, StageConflict.class, () -> TEST.withdraw.withdraw(id, TEST.advocate));
        } else {
            TEST.withdraw.withdraw(id, TEST.advocate);
        }

        assertThat(TEST.summary(id).stage()).isEqualTo(Stage.ENDED);
        assertThat(TEST.disclosures.standing(id)).map(Standing::audience).contains(Optional.empty());
    }

    @Test
    void theTableOfStagesIsThis() {
        assertThat(Stage.DRAFT.next()).isEqualTo(EnumSet.of(Stage.PROPOSED, Stage.ENDED));
        assertThat(Stage.PROPOSED.next()).isEqualTo(EnumSet.of(Stage.APPROVED, Stage.ENDED));
        assertThat(Stage.APPROVED.next()).isEqualTo(EnumSet.of(Stage.RELEASED, Stage.ENDED));
        assertThat(Stage.RELEASED.next()).isEqualTo(EnumSet.of(Stage.ENDED));
        assertThat(Stage.ENDED.next()).isEqualTo(Set.of());
    }

    private static Actor both() {
        var both = ACCESS.actor("north-isva-service", "Bo Both", Role.ADVOCATE, Role.COMMISSIONER);
        ACCESS.grant(TEST.caseId, both);
        return both;
    }

    @Test
    void whoeverPreparedItCannotApproveAndNothingChanges() {
        var both = both();
        var draft = TEST.prepare.prepare(TEST.caseId, TestDisclosures.IOPC, both);
        var id = new DisclosureId(draft.summary().id());
        TEST.correct.correct(id, List.of(), version(id), TEST.advocate);
        TEST.propose.propose(id, version(id), TEST.advocate);

        assertRefused(id, SecondPersonNeeded.class, () -> TEST.approve.approve(id, both));
    }

    @Test
    void proposerCannotApproveAndNothingChanges() {
        var both = both();
        var id = TEST.draft();
        TEST.propose.propose(id, version(id), both);

        assertRefused(id, SecondPersonNeeded.class, () -> TEST.approve.approve(id, both));
    }

    @Test
    void whoeverCorrectedItCannotApproveAndNothingChanges() {
        var both = both();
        var id = TEST.draft();
        TEST.correct.correct(id, List.of(TestDisclosures.BY_HAND), version(id), both);
        TEST.propose.propose(id, version(id), TEST.advocate);

        assertRefused(id, SecondPersonNeeded.class, () -> TEST.approve.approve(id, both));
    }

    @Test
    void nothingIsProposedWhileARedactionWaitsForReview() {
        var id = TEST.draft();
        var doubtful = new Redaction(0, 4, Category.PERSON, "[victim]", true);
        TEST.correct.correct(id, List.of(doubtful), version(id), TEST.advocate);

        assertRefused(id, ReviewMissing.class, () -> TEST.propose.propose(id, version(id), TEST.advocate));
        assertThat(TEST.summary(id).awaitingReview()).isEqualTo(1);
        assertThat(TEST.disclosures.get(id).copy()).isEmpty();
    }

    @Test
    void aCorrectionThatDoesNotFitTheOriginalIsRefusedAndNothingChanges() {
        var id = TEST.draft();
        var outside = new Redaction(0, 1_000_000, Category.MANUAL, "[redacted]", false);

        assertRefused(
                id,
                RedactionRejected.class,
                () -> TEST.correct.correct(id, List.of(outside), version(id), TEST.advocate));
    }

    private static String drafted() {
        return TEST.prepare
                .prepare(TEST.caseId, TestDisclosures.IOPC, TEST.advocate)
                .redacted();
    }

    @Test
    void anAddressThatTheVictimGaveLaterIsLookedForAndOneThatTheyGaveUpStill() {
        TEST.ownRecords.corrected(TEST.caseId, "I hid in Quill Cottage, Saltmarsh, and left.", TEST.victim);
        assertThat(drafted()).contains("Quill Cottage");

        TEST.ownRecords.reachedAt("Quill Cottage, Saltmarsh", TEST.caseId, TEST.victim);
        TEST.ownRecords.reachedAt("9 Other Street, Ely", TEST.caseId, TEST.victim);

        assertThat(drafted()).contains("I hid in [victim").doesNotContain("Quill");
    }

    @Test
    void whatTheVictimAddedToTheAccountIsCopiedBelowItWithItsDay() {
        TEST.ownRecords.corrected(TEST.caseId, "It was the Tuesday.", TEST.victim);

        assertThat(drafted()).containsPattern("\nAdded on \\d+ \\p{L}+ \\d{4}:\nIt was the Tuesday\\.");
    }

    @Test
    void aCopyBegunBeforeTheVictimAddedToTheirRecordIsNotMadeNorReleased() {
        var draft = TEST.draft();
        var approved = TEST.approved();
        TEST.ownRecords.reachedAt("9 Other Street, Ely", TEST.caseId, TEST.victim);

        assertRefused(
                draft,
                DisclosureOutdated.class,
                () -> TEST.correct.correct(draft, List.of(), version(draft), TEST.advocate));
        assertRefused(
                draft, DisclosureOutdated.class, () -> TEST.propose.propose(draft, version(draft), TEST.advocate));
        assertRefused(
                approved, DisclosureOutdated.class, () -> TEST.release.release(approved, tomorrow(), TEST.advocate));
    }

    @Test
    void theSecondOfTwoEditorsIsRefusedAndNothingIsLost() {
        var id = TEST.draft();
        var seen = version(id);
        TEST.correct.correct(id, List.of(), seen, TEST.advocate);

        assertRefused(
                id,
                DisclosureChanged.class,
                () -> TEST.correct.correct(id, List.of(TestDisclosures.BY_HAND), seen, TEST.advocate));
        assertRefused(id, DisclosureChanged.class, () -> TEST.propose.propose(id, seen, TEST.advocate));
    }

    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsTold() {
        var id = TEST.proposed();
        var mine = TEST.disclosures.get(id);
        var theirs = TEST.disclosures.get(id);
        mine.withdraw();
        theirs.approve(ACCESS.commissioner().id());
        TEST.disclosures.save(mine);

        assertThatExceptionOfType(DisclosureChanged.class).isThrownBy(() -> TEST.disclosures.save(theirs));

        assertThat(TEST.summary(id).stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void aTermThatIsOverOrTooLongIsRefusedAndNothingChanges() {
        var id = TEST.approved();
        var now = ACCESS.clock.instant();

        for (var expiry : List.of(
                now, now.minusMillis(1), now.plus(TestDisclosures.LONGEST).plusMillis(1))) {
            assertRefused(id, TermRefused.class, () -> TEST.release.release(id, expiry, TEST.advocate));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsReleasedHasAnAudience(Stage stage) {
        var id = TEST.at(stage);

        assertThat(TEST.disclosures.standing(id).flatMap(Standing::audience))
                .isEqualTo(stage == Stage.RELEASED ? Optional.of(TestDisclosures.IOPC) : Optional.empty());
    }

    @Test
    void theAudienceReadsToJustBeforeTheExpiryAndNoLonger() {
        var id = TEST.released();
        var disclosure = TEST.disclosures.get(id);
        var expiry = Optional.ofNullable(TEST.summary(id).expiresAt()).orElseThrow();

        assertThat(disclosure.standing(expiry.minusNanos(1)).audience()).contains(TestDisclosures.IOPC);
        assertThat(disclosure.standing(expiry).audience()).isEmpty();
        assertThat(disclosure.standing(expiry.plusSeconds(1)).audience()).isEmpty();
    }

    @Test
    void theRecipientReadsTheRedactedCopyAndTheListShowsIt() {
        var id = TEST.released();
        var investigator = ACCESS.investigator();

        var file = TEST.read.read(id, investigator);

        assertThat(file.file().account()).startsWith("[victim] was followed home by PC Robin Rule.");
        assertThat(file.watermark()).contains("iopc", investigator.id().value(), "entry " + file.ledgerIndex());
        assertThat(TEST.list.readable(Optional.empty(), 50, investigator))
                .extracting(DisclosureSummary::id)
                .contains(id.value());
    }

    @Test
    void nobodyElseReadsOrSeesIt() {
        var id = TEST.released();
        var elsewhere = ACCESS.actor("northfield", "Nora North", Role.INVESTIGATOR);
        var accusedsForce = ACCESS.actor("westmarch", "Wes West", Role.INVESTIGATOR);
        var namesake = ACCESS.actor("iopc", "Robin RULE", Role.INVESTIGATOR);

        for (var actor : List.of(elsewhere, accusedsForce, namesake, TEST.advocate, ACCESS.commissioner())) {
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> TEST.read.read(id, actor));
        }
        for (var actor : List.of(elsewhere, accusedsForce, namesake)) {
            assertThat(TEST.list.readable(Optional.empty(), 50, actor)).isEmpty();
        }
    }

    @Test
    void noCopyIsPreparedForABodyInConflictAndNothingIsStored() {
        var before = ACCESS.mongo.getCollection("disclosures").countDocuments();

        for (var body : List.of("westmarch", "nobody-knows-us")) {
            assertThatExceptionOfType(RecipientRefused.class)
                    .isThrownBy(() -> TEST.prepare.prepare(TEST.caseId, BodyId.of(body), TEST.advocate));
        }

        assertThat(ACCESS.mongo.getCollection("disclosures").countDocuments()).isEqualTo(before);
    }
}
