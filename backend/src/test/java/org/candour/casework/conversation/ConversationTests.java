package org.candour.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.access.Role;
import org.candour.access.TestAccess;
import org.candour.intake.IdempotencyKeyReused;
import org.candour.vault.EnvelopeRejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConversationTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestConversations TEST = new TestConversations(ACCESS);

    private final Actor victim = ACCESS.victim();
    private final Actor advocate = ACCESS.advocate();
    private final CaseId caseId = TEST.between(victim, advocate);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private MessageView only(Actor reader) {
        assertThat(TEST.all(caseId, reader)).hasSize(1);
        return TEST.all(caseId, reader).get(0);
    }

    private void assertNoSuchThing(ThrowingCallable call) {
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(call);
    }

    @Test
    void bothSidesReadWhatTheyWroteNewestFirst() {
        TEST.sent(caseId, "Are you safe to talk?", advocate);
        TEST.sent(caseId, "After six.", victim);

        assertThat(TEST.all(caseId, victim))
                .extracting(MessageView::text)
                .containsExactly("After six.", "Are you safe to talk?");
        assertThat(TEST.all(caseId, advocate)).extracting(MessageView::isOwn).containsExactly(false, true);
    }

    @Test
    void whoWroteIsShownAsRoleAndBodyAndNeverAsAPseudonym() {
        TEST.sent(caseId, "Hello.", advocate);

        var seen = only(victim);

        assertThat(seen.role()).isEqualTo(Role.ADVOCATE);
        assertThat(seen.body()).isEqualTo("north-isva-service");
        assertThat(MessageView.class.getRecordComponents())
                .extracting(component -> component.getName())
                .doesNotContain("author");
    }

    @Test
    void nothingIsStoredThatCouldBeRead() {
        var id = TEST.sent(caseId, "Not at work, please.", victim);

        var stored = ACCESS.mongo
                .getCollection("messages")
                .find(new org.bson.Document("_id", id.value()))
                .first();

        assertThat(String.valueOf(stored)).doesNotContain("work, please");
        assertThat(TEST.messages.find(caseId, id).orElseThrow().text().envelope())
                .isNotEmpty();
    }

    @Test
    void whoeverIsNeitherTheVictimNorGrantedReadsAndSendsNothing() {
        var id = TEST.sent(caseId, "Hello.", victim);
        for (var stranger : Set.of(ACCESS.victim(), ACCESS.advocate(), ACCESS.investigator(), ACCESS.commissioner())) {
            assertNoSuchThing(() -> TEST.sent(caseId, "Let me in.", stranger));
            assertNoSuchThing(() -> TEST.all(caseId, stranger));
            assertNoSuchThing(() -> TEST.mark.mark(caseId, id, stranger));
            assertNoSuchThing(() -> TEST.receipts.isShown(caseId, stranger));
            assertNoSuchThing(() -> TEST.receipts.choose(caseId, true, stranger));
        }

        assertThat(only(victim).readAt()).isNull();
    }

    @Test
    void anAdvocateInConflictReadsNothingWhateverTheirGrant() {
        var inConflict = ACCESS.actor("westmarch", "Connie Flict", Role.ADVOCATE);
        ACCESS.grant(caseId, inConflict);

        assertNoSuchThing(() -> TEST.all(caseId, inConflict));
    }

    @Test
    void whoeverIsVictimAndAdvocateIsRecordedAsWhatTheyActAs() {
        var both = ACCESS.actor("north-isva-service", "Bo Both", Role.VICTIM, Role.ADVOCATE);
        ACCESS.grant(caseId, both);
        ACCESS.ledger.fresh();

        TEST.sent(caseId, "I support you.", both);

        assertThat(only(victim).role()).isEqualTo(Role.ADVOCATE);
        assertThat(ACCESS.ledger.fresh())
                .filteredOn(recorded -> recorded.entry().act().equals("SEND_MESSAGE"))
                .extracting(recorded -> recorded.entry().role())
                .containsExactly("ADVOCATE");
    }

    @Test
    void inTheirOwnCaseTheySpeakAsTheVictimAlone() {
        var both = ACCESS.actor("north-isva-service", "Bo Both", Role.VICTIM, Role.ADVOCATE);
        var own = TEST.between(both, both);

        TEST.sent(own, "It happened to me.", both);

        assertThat(TEST.all(own, both)).extracting(MessageView::role).containsExactly(Role.VICTIM);
    }

    @Test
    void theSameMessageUnderTheSameKeyIsStoredOnce() {
        var key = TestConversations.newKey();
        var first = TEST.send.send(caseId, "Hello.", TestConversations.sha256("a"), key, victim);

        var second = TEST.send.send(caseId, "Hello.", TestConversations.sha256("a"), key, victim);

        assertThat(second).isEqualTo(new Sent(first.id(), first.sentAt(), true));
        assertThat(TEST.all(caseId, victim)).hasSize(1);
    }

    @Test
    void anotherMessageUnderTheSameKeyIsRefusedAndNotStored() {
        var key = TestConversations.newKey();
        TEST.send.send(caseId, "Hello.", TestConversations.sha256("a"), key, victim);

        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> TEST.send.send(caseId, "Other.", TestConversations.sha256("b"), key, victim));

        assertThat(only(victim).text()).isEqualTo("Hello.");
    }

    @Test
    void theSameKeyInAnotherCaseIsAnotherKey() {
        var key = TestConversations.newKey();
        var other = TEST.between(victim, advocate);
        TEST.send.send(caseId, "Hello.", TestConversations.sha256("a"), key, victim);

        assertThat(TEST.send
                        .send(other, "Other.", TestConversations.sha256("b"), key, victim)
                        .isRepeat())
                .isFalse();
    }

    @Test
    void anAdvocateDoesNotLearnWhatTheVictimHasReadUnlessTheVictimSaysSo() {
        var before = TEST.sent(caseId, "One.", advocate);
        TEST.mark.mark(caseId, before, victim);
        TEST.receipts.choose(caseId, true, victim);
        var after = TEST.sent(caseId, "Two.", advocate);
        TEST.mark.mark(caseId, after, victim);

        assertThat(TEST.all(caseId, advocate))
                .extracting(MessageView::readAt)
                .satisfiesExactly(
                        two -> assertThat(two).isNotNull(),
                        one -> assertThat(one).isNull());
        assertThat(TEST.all(caseId, victim)).extracting(MessageView::readAt).doesNotContainNull();
    }

    @Test
    void aVictimLearnsWhatTheTeamHasReadUnlessTheTeamSaysNo() {
        var seen = TEST.sent(caseId, "One.", victim);
        TEST.mark.mark(caseId, seen, advocate);
        TEST.receipts.choose(caseId, false, advocate);
        var unseen = TEST.sent(caseId, "Two.", victim);
        TEST.mark.mark(caseId, unseen, advocate);

        assertThat(TEST.all(caseId, victim))
                .extracting(MessageView::readAt)
                .satisfiesExactly(
                        two -> assertThat(two).isNull(), one -> assertThat(one).isNotNull());
        assertThat(TEST.receipts.isShown(caseId, victim)).isFalse();
        assertThat(TEST.receipts.isShown(caseId, advocate)).isFalse();
    }

    @Test
    void onesOwnMessageIsNotReadByOneself() {
        var id = TEST.sent(caseId, "One.", victim);

        TEST.mark.mark(caseId, id, victim);

        assertThat(TEST.messages.find(caseId, id).orElseThrow().reading()).isNull();
    }

    @Test
    void theFirstReadingStands() {
        var id = TEST.sent(caseId, "One.", victim);
        TEST.mark.mark(caseId, id, advocate);
        var first = only(victim).readAt();
        ACCESS.clock.advance(java.time.Duration.ofHours(1));

        TEST.mark.mark(caseId, id, advocate);

        assertThat(only(victim).readAt()).isEqualTo(first);
    }

    @Test
    void aMessageOfAnotherCaseIsNoneOfThisOne() {
        var other = TEST.between(victim, advocate);
        var id = TEST.sent(other, "Elsewhere.", victim);

        assertNoSuchThing(() -> TEST.mark.mark(caseId, id, advocate));

        assertThat(TEST.all(caseId, victim)).isEmpty();
        assertThat(TEST.messages.find(other, id).orElseThrow().reading()).isNull();
    }

    @Test
    void messagesSwappedBetweenTheirIdsDoNotOpen() {
        var one = TEST.messages.find(caseId, TEST.sent(caseId, "One.", victim)).orElseThrow();
        var two = TEST.messages.find(caseId, TEST.sent(caseId, "Two.", victim)).orElseThrow();
        TEST.messages.save(new Message(
                one.id(),
                one.caseId(),
                one.sentAt(),
                one.side(),
                one.author(),
                one.role(),
                one.body(),
                two.text(),
                one.idempotencyToken(),
                one.bodyToken(),
                null,
                one.version()));

        assertThatExceptionOfType(EnvelopeRejected.class).isThrownBy(() -> TEST.all(caseId, victim));
    }

    @Test
    void pagesFollowOneAnotherWhileMessagesComeIn() {
        for (var i = 0; i < 5; i++) {
            TEST.sent(caseId, "m" + i, victim);
        }
        var first = TEST.read.read(caseId, Optional.empty(), 2, victim);
        TEST.sent(caseId, "late", victim);

        var second =
                TEST.read.read(caseId, Optional.of(new MessageId(first.get(1).id())), 10, victim);

        assertThat(first).extracting(MessageView::text).containsExactly("m4", "m3");
        assertThat(second).extracting(MessageView::text).containsExactly("m2", "m1", "m0");
    }
}
