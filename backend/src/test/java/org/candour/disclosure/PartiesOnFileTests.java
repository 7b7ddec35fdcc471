package org.candour.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candour.casework.RedactionBasis;
import org.candour.casework.RedactionBasis.AccusedOfficer;
import org.candour.casework.RedactionBasis.OtherPerson;
import org.candour.casework.RedactionBasis.Person;
import org.candour.disclosure.redaction.KnownParty;
import org.junit.jupiter.api.Test;

class PartiesOnFileTests {
    private static final Person VICTIM = new Person(
            Optional.of("Vera Victim"),
            List.of("Vee"),
            Optional.of(LocalDate.of(1990, 1, 2)),
            List.of("vera@example.org"),
            List.of("07700 900123"),
            List.of("1 Mill Lane, Ely"));

    private static RedactionBasis basis(Person victim, OtherPerson... others) {
        return new RedactionBasis(
                "account",
                0,
                victim,
                List.of(others),
                List.of(
                        new AccusedOfficer(Optional.of("Robin Rule"), "Westmarch", Optional.of("4711")),
                        new AccusedOfficer(Optional.empty(), "UNKNOWN", Optional.empty())),
                "UNKNOWN");
    }

    @Test
    void theVictimIsLookedForInEveryFormOnFile() {
        assertThat(PartiesOnFile.hidden(basis(VICTIM)))
                .containsExactly(new KnownParty(
                        "[victim]",
                        "Vera Victim",
                        List.of("Vee"),
                        Optional.of(LocalDate.of(1990, 1, 2)),
                        List.of("vera@example.org"),
                        List.of("07700 900123"),
                        List.of("1 Mill Lane, Ely"),
                        List.of()));
    }

    @Test
    void aVictimWithoutANameIsLookedForByTheRest() {
        var nameless =
                new Person(Optional.empty(), List.of(), Optional.empty(), List.of("v@x.org"), List.of(), List.of());

        assertThat(PartiesOnFile.hidden(basis(nameless))).singleElement().satisfies(party -> {
            assertThat(party.fullName()).isEmpty();
            assertThat(party.emailAddresses()).containsExactly("v@x.org");
        });
    }

    @Test
    void othersAreCountedByWhoTheyAre() {
        var parties = PartiesOnFile.hidden(basis(
                VICTIM,
                new OtherPerson("CHILD", "Cleo"),
                new OtherPerson("WITNESS", "Will"),
                new OtherPerson("CHILD", "Cass")));

        assertThat(parties)
                .extracting(KnownParty::label, KnownParty::fullName)
                .extracting(pair -> pair.toList().toString())
                .containsExactly(
                        "[[victim], Vera Victim]", "[[child 1], Cleo]", "[[witness 1], Will]", "[[child 2], Cass]");
    }

    @Test
    void theAccusedIsKeptAndNeverHidden() {
        assertThat(PartiesOnFile.kept(basis(VICTIM))).containsExactly("Robin Rule", "Westmarch", "4711", "UNKNOWN");
        assertThat(PartiesOnFile.hidden(basis(VICTIM)))
                .extracting(KnownParty::fullName)
                .doesNotContain("Robin Rule");
    }

    /**
     * The bounds of intake's fields: 200 for a name, 400 for an address, 320 for a contact; 20 of each, 50 people. And of
     * what a victim can add: 100 records of 10 contacts.
     */
    @Test
    void whateverIntakeTakesTheRedactorTakes() {
        var longest = new Person(
                Optional.of("n".repeat(200)),
                Stream.generate(() -> "o".repeat(200)).limit(20).toList(),
                Optional.empty(),
                Stream.generate(() -> "e".repeat(320)).limit(1_020).toList(),
                Stream.generate(() -> "1".repeat(320)).limit(1_020).toList(),
                Stream.generate(() -> "a".repeat(400)).limit(1_040).toList());
        var others = Stream.generate(() -> new OtherPerson("RELATIVE", "r".repeat(200)))
                .limit(50)
                .toArray(OtherPerson[]::new);

        assertThat(PartiesOnFile.hidden(basis(longest, others))).hasSize(51);
    }
}
