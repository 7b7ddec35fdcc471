package org.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candour.intake.FactDate.Precision;
import org.candour.intake.NamedPerson.Relation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a submission, each by itself. */
class SubmissionTests {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "01934f3e-0000-7000-8000-000000000001", "A_b-A_b-A_b-A_b-"})
    void aKeyOfTheRightFormIsTaken(String key) {
        assertThat(IdempotencyKey.of(key).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcde",
                "0123456789abcdef\n",
                "0123456789 abcdef",
                "0123456789abcdef\u00e9",
                "0123456789.abcdef"
            })
    void aKeyOfAnotherFormIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> IdempotencyKey.of(key));
    }

    @Test
    void aKeyHas128CharactersAtMost() {
        assertThat(IdempotencyKey.of("k".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> IdempotencyKey.of("k".repeat(129)));
    }

    @ParameterizedTest
    @CsvSource({
        "EXACT,2026-01-01,,true",
        "EXACT,,,false",
        "EXACT,2026-01-01,2026-01-01,false",
        "EXACT,,2026-01-01,false",
        "RANGE,2026-01-01,2026-01-02,true",
        "RANGE,2026-01-01,2026-01-01,true",
        "RANGE,2026-01-02,2026-01-01,false",
        "RANGE,2026-01-01,,false",
        "RANGE,,2026-01-01,false",
        "RANGE,,,false",
        "UNKNOWN,,,true",
        "UNKNOWN,2026-01-01,,false",
        "UNKNOWN,,2026-01-01,false"
    })
    void theDatesFitHowExactlyTheyAreKnown(
            Precision precision, @Nullable LocalDate from, @Nullable LocalDate to, boolean isConsistent) {
        var happened = new FactDate(precision, from, to);

        assertThat(happened.isConsistent()).isEqualTo(isConsistent);
        assertThat(VALIDATOR.validate(happened).isEmpty()).isEqualTo(isConsistent);
    }

    @Test
    void everyoneNamedMayNotWorkOnTheCase() {
        var submission = new Submission(
                new Identity("Vera", null, null, null, null, List.of(new NamedPerson(Relation.CHILD, "Cleo"))),
                TestIntake.submission().account(),
                new Accused(List.of(
                        new AccusedPerson("Robin", "Westmarch", null), new AccusedPerson(null, "UNKNOWN", "12"))),
                Optional.of(new Exclusions(List.of("IOPC"), List.of("Wes"))),
                TestIntake.SHA_256);

        assertThat(submission.people()).containsExactly("Vera", "Cleo", "Robin", "Wes");
        assertThat(submission.forces()).containsExactly("Westmarch", "UNKNOWN");
        assertThat(submission.excludedBodies()).containsExactly("IOPC");
    }

    @Test
    void whatIsLeftOutNamesNobody() {
        var submission = new Submission(
                new Identity(null, null, null, null, null, null),
                TestIntake.submission().account(),
                new Accused(List.of(new AccusedPerson(null, "UNKNOWN", null))),
                Optional.of(new Exclusions(null, null)),
                TestIntake.SHA_256);

        assertThat(submission.people()).isEmpty();
        assertThat(submission.excludedBodies()).isEmpty();
    }

    /** SHA-256 of the label, 16 zero bytes and the hash of "test", worked out apart with sha256sum. */
    @Test
    void theCommitmentIsWhatItsDescriptionSays() {
        assertThat(Commitment.to(TestIntake.SHA_256, "00".repeat(16)).value())
                .isEqualTo("167bbba7b5992ad958120b9f975c0851a39523ec3d0a940cc347f48c2d20f511");
    }

    @Test
    void theCommitmentChangesWithTheSaltAndWithTheBody() {
        var commitment = Commitment.to(TestIntake.SHA_256, "00".repeat(16));

        assertThat(Commitment.to(TestIntake.SHA_256, "00".repeat(15) + "01")).isNotEqualTo(commitment);
        assertThat(Commitment.to(TestIntake.SHA_256.replace('9', '8'), "00".repeat(16)))
                .isNotEqualTo(commitment);
    }
}
