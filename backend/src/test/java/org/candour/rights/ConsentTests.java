package org.candour.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.Consent;
import org.candour.access.NoSuchThing;
import org.candour.access.Purpose;
import org.candour.access.Standing;
import org.candour.access.TestAccess;
import org.candour.rights.ConsentRefused.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConsentTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final RightsSettings SETTINGS = new RightsSettings(Duration.ofDays(365));
    private static final GiveConsent GIVE =
            new GiveConsent(ACCESS.gate, ACCESS.cases, ACCESS.consents, SETTINGS, ACCESS.clock);
    private static final WithdrawConsent WITHDRAW = new WithdrawConsent(ACCESS.gate, ACCESS.consents);
    private static final ViewConsents VIEW = new ViewConsents(ACCESS.gate, ACCESS.consents, ACCESS.clock);
    private static final BodyId IOPC = BodyId.of("iopc");

    private final Actor victim = ACCESS.victim();
    private final Actor advocate = ACCESS.advocate();
    private final Actor investigator = ACCESS.investigator();
    private final CaseId caseId = ACCESS.entered(victim);

    ConsentTests() {
        ACCESS.grant(caseId, advocate);
    }

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private static Instant in(int days) {
        return ACCESS.clock.instant().plus(Duration.ofDays(days));
    }

    private ConsentView given(int days) {
        return GIVE.give(caseId, IOPC, Purpose.INVESTIGATION, in(days), Optional.empty(), victim);
    }

    /** As if a copy were released to the investigator's body. */
    private void read() {
        var copy = UUID.randomUUID();
        ACCESS.gate.admit(
                investigator, Act.READ_DISCLOSURE, copy, Optional.of(new Standing(copy, caseId, Optional.of(IOPC))));
    }

    private void assertReads(boolean isLetIn) {
        if (isLetIn) {
            assertThatCode(this::read).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(this::read);
        }
        assertThat(ACCESS.consents.isLive(caseId, IOPC, Purpose.INVESTIGATION)).isEqualTo(isLetIn);
    }

    private List<ConsentView> all() {
        return VIEW.view(caseId, Optional.empty(), 10, victim);
    }

    private void assertRefused(
            Reason reason, String recipient, Purpose purpose, Instant until, Optional<Consent.Form> form, Actor actor) {
        assertThatExceptionOfType(ConsentRefused.class)
                .isThrownBy(() -> GIVE.give(caseId, BodyId.of(recipient), purpose, until, form, actor))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));

        assertThat(all()).isEmpty();
    }

    @Test
    void withoutConsentNothingIsRead() {
        assertReads(false);
    }

    @Test
    void aConsentOpensItsBodysWayFromNowOn() {
        given(30);

        assertReads(true);
    }

    @Test
    void theNextReadingAfterAWithdrawalIsRefused() {
        var consent = given(30);
        assertReads(true);

        WITHDRAW.withdraw(caseId, consent.id(), victim);

        assertReads(false);
        assertThat(all()).singleElement().satisfies(view -> {
            assertThat(view.isLive()).isFalse();
            assertThat(view.withdrawnAt()).isEqualTo(ACCESS.clock.instant());
        });
    }

    @Test
    void aConsentEndsByItself() {
        given(30);
        ACCESS.clock.advance(Duration.ofDays(30));

        assertReads(false);
    }

    @Test
    void aConsentForAnotherPurposeOpensNothing() {
        GIVE.give(caseId, IOPC, Purpose.SUPPORT, in(30), Optional.empty(), victim);

        assertReads(false);
    }

    @Test
    void aSecondConsentTakesThePlaceOfTheFirstSoThatOneWithdrawalEndsAll() {
        var first = given(30);
        ACCESS.clock.advance(Duration.ofHours(1));
        given(60);

        WITHDRAW.withdraw(caseId, first.id(), victim);

        assertReads(false);
        assertThat(all()).hasSize(2).noneMatch(ConsentView::isLive);
    }

    @Test
    void withdrawingTwiceKeepsTheFirstTime() {
        var consent = given(30);
        WITHDRAW.withdraw(caseId, consent.id(), victim);
        var first = all().get(0).withdrawnAt();
        ACCESS.clock.advance(Duration.ofHours(1));

        WITHDRAW.withdraw(caseId, consent.id(), victim);

        assertThat(all().get(0).withdrawnAt()).isEqualTo(first);
    }

    @Test
    void whatAnAdvocateRecordsSaysHowAndForWhomAndTheVictimTakesItBack() {
        var spoken = Optional.of(Consent.Form.SPOKEN);
        var consent = GIVE.give(caseId, IOPC, Purpose.INVESTIGATION, in(30), spoken, advocate);

        assertThat(consent.recordedBy()).isEqualTo("north-isva-service");
        assertThat(all().get(0).form()).isEqualTo(Consent.Form.SPOKEN);
        WITHDRAW.withdraw(caseId, consent.id(), victim);
        assertReads(false);
    }

    @Test
    void nobodyButTheVictimGivesItAndTheVictimRecordsItForNobody() {
        var until = in(30);
        assertRefused(Reason.FORM, "iopc", Purpose.INVESTIGATION, until, Optional.of(Consent.Form.BY_VICTIM), advocate);
        assertRefused(Reason.FORM, "iopc", Purpose.INVESTIGATION, until, Optional.of(Consent.Form.SPOKEN), victim);
    }

    @Test
    void aBodyThatMaySeeNothingIsNoRecipientWhateverTheVictimSays() {
        for (var body : List.of("westmarch", "nobody-knows-us")) {
            assertRefused(Reason.RECIPIENT, body, Purpose.INVESTIGATION, in(30), Optional.empty(), victim);
        }
    }

    @Test
    void aTermThatIsPastOrTooLongIsRefused() {
        for (var days : List.of(-1, 0, 366)) {
            assertRefused(Reason.TERM, "iopc", Purpose.INVESTIGATION, in(days), Optional.empty(), victim);
        }
    }

    @Test
    void aPurposeForWhichNothingIsSharedIsRefused() {
        for (var purpose : Purpose.values()) {
            if (purpose != Purpose.INVESTIGATION && purpose != Purpose.SUPPORT) {
                assertRefused(Reason.PURPOSE, "iopc", purpose, in(30), Optional.empty(), victim);
            }
        }
    }

    @Test
    void aConsentOfAnotherCaseIsNoneOfThisOne() {
        var consent = given(30);
        var other = ACCESS.entered(victim);

        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> WITHDRAW.withdraw(other, consent.id(), victim));

        assertReads(true);
    }

    @Test
    void strangersGiveWithdrawAndSeeNothing() {
        var consent = given(30);
        for (var stranger : List.of(ACCESS.victim(), ACCESS.advocate(), investigator, ACCESS.commissioner())) {
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> GIVE.give(caseId, IOPC, Purpose.SUPPORT, in(30), Optional.empty(), stranger));
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> WITHDRAW.withdraw(caseId, consent.id(), stranger));
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> VIEW.view(caseId, Optional.empty(), 10, stranger));
        }

        assertThat(all()).singleElement().matches(ConsentView::isLive);
    }
}
