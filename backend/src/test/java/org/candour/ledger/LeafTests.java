package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.candour.ledger.proof.ProofRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTests {
    private static final String NONCE = "000102030405060708090a0b0c0d0e0f";
    private static final String BYTES = "{\"v\":1,\"at\":\"2026-11-22T10:15:30.120Z\",\"nonce\":\"" + NONCE
            + "\",\"actor\":\"pseudonym\",\"role\":\"advocate\",\"body\":\"UNKNOWN\",\"act\":\"OPEN_CASE\","
            + "\"case\":\"01934f3e-0000-7000-8000-000000000001\",\"object\":\"01934f3e-0000-7000-8000-000000000001\","
            + "\"compartments\":[\"IDENTITY\",\"ACCOUNT\"],\"purpose\":\"\\\"ƿ\\\\😀\",\"outcome\":\"ADMITTED\","
            + "\"reason\":null,\"commitment\":null}";

    private static Leaf golden() {
        var entry = TestEntries.admitted(TestEntries.CASE, "\"ƿ\\😀");
        return new Leaf(Instant.parse("2026-11-22T10:15:30.120999Z"), NONCE, entry);
    }

    @Test
    void bytesOfVersionOneNeverChange() {
        assertThat(golden().bytes()).asString(UTF_8).isEqualTo(BYTES);
    }

    @Property(tries = 500)
    void everyFieldRoundTrips(@ForAll("entries") Entry entry, @ForAll("instants") Instant at) throws ProofRejected {
        var leaf = new Leaf(at, NONCE, entry);

        assertThat(Leaf.parse(leaf.bytes())).isEqualTo(leaf);
        assertThat(leaf.bytes()).hasSizeLessThan(10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"v\":1 | \"v\":2",
                "\"v\":1 | \"v\":\"1\"",
                "\"v\":1 | \"v\":1.0",
                "\"v\":1, | ''",
                "\"v\":1 | \"v\": 1",
                "30.120Z | 30.12Z",
                "30.120Z | 30.120+00:00",
                "11-22T | 02-30T",
                "0e0f | 0E0F",
                "0e0f | 0e",
                "\"actor\":\"pseudonym\" | \"actor\":null",
                "\"actor\":\"pseudonym\" | \"actor\":7",
                "\"reason\":null | \"reason\":\"x\"",
                "\"reason\":null, | ''",
                "\"reason\":null | \"reason\":null,\"reason\":null",
                "\"reason\":null | \"reason\":null,\"more\":1",
                "ADMITTED | admitted",
                "[\"IDENTITY\",\"ACCOUNT\"] | [\"ACCOUNT\",\"IDENTITY\"]",
                "[\"IDENTITY\",\"ACCOUNT\"] | [\"IDENTITY\",\"SOULS\"]",
                "[\"IDENTITY\",\"ACCOUNT\"] | \"IDENTITY\"",
                "01934f3e-0000 | 1934f3e-0000",
                "\"commitment\":null} | \"commitment\":null}}",
                "\"commitment\":null} | \"commitment\":null",
            })
    void anyOtherSpellingIsRefused(String part, String other) {
        assertThat(BYTES).contains(part);
        var changed = BYTES.replace(part, other).getBytes(UTF_8);

        assertThatThrownBy(() -> Leaf.parse(changed)).isInstanceOf(ProofRejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "1", "not json", "{\"v\":1}"})
    void whatIsNoEntryIsRefused(String text) {
        assertThatThrownBy(() -> Leaf.parse(text.getBytes(UTF_8))).isInstanceOf(ProofRejected.class);
    }

    @Test
    void deepNestingIsRefused() {
        var deep = "[".repeat(30_000).getBytes(UTF_8);

        assertThatThrownBy(() -> Leaf.parse(deep)).isInstanceOf(ProofRejected.class);
    }

    @Test
    void twoLeavesOfOneEntryAndInstantDiffer() {
        var first = Leaf.of(TestEntries.admitted(), TestLedgers.CLOCK, new SecureRandom());
        var second = Leaf.of(TestEntries.admitted(), TestLedgers.CLOCK, new SecureRandom());

        assertThat(first.bytes()).isNotEqualTo(second.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\0b", "half \ud800"})
    void blankOrUnreadablePurposeIsRefused(String purpose) {
        assertThatIllegalArgumentException().isThrownBy(() -> TestEntries.admitted(TestEntries.CASE, purpose));
    }

    @Test
    void oversizedPurposeIsRefused() {
        assertThat(TestEntries.admitted(TestEntries.CASE, "x".repeat(500)).purpose())
                .hasSize(500);
        assertThatIllegalArgumentException().isThrownBy(() -> TestEntries.admitted(TestEntries.CASE, "x".repeat(501)));
    }

    @Test
    void refusalWithoutReasonAndAdmissionWithOneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Outcome.REFUSED, Optional.empty(), "00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(Outcome.ADMITTED, Optional.of("why"), "0".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "0g", "0123456789ABCDEF0123456789ABCDEF"})
    void whatIsNoCommitmentIsRefused(String commitment) {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Outcome.ADMITTED, Optional.empty(), commitment));
    }

    private static Entry entry(Outcome outcome, Optional<String> reason, String commitment) {
        return new Entry(
                "a",
                "b",
                "c",
                "d",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                "e",
                outcome,
                reason,
                Optional.of(commitment));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 253_402_300_799_999L).map(Instant::ofEpochMilli);
    }

    @Provide
    Arbitrary<Entry> entries() {
        var words = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\ud7ff')
                .ofMinLength(1)
                .ofMaxLength(128)
                .filter(text -> !text.isBlank());
        var ids = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as(UUID::new)
                .optional();
        var commitments =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).optional();
        var texts = words.list().ofSize(6);
        var compartments = Arbitraries.of(Compartment.class).set();
        return Combinators.combine(texts, ids, ids, compartments, Arbitraries.of(Outcome.class), commitments)
                .as((text, caseId, object, opened, outcome, commitment) -> new Entry(
                        text.get(0),
                        text.get(1),
                        text.get(2),
                        text.get(3),
                        caseId,
                        object,
                        opened,
                        text.get(4),
                        outcome,
                        Optional.of(text.get(5)).filter(reason -> outcome == Outcome.REFUSED),
                        commitment));
    }
}
