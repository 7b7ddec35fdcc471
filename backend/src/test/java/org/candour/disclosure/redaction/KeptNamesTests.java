package org.candour.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.disclosure.redaction.TestParties.ALL;
import static org.candour.disclosure.redaction.TestParties.KEEP;
import static org.candour.disclosure.redaction.TestParties.redacted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptNamesTests {
    private static final KnownParty SPOUSE = KnownParty.named("[victim]", "Jane Harding");
    private final Redactor redactor = new Redactor();

    @Test
    void anInvestigatorCanStillReadTheAccount() {
        var text = """
                On 12 May 2023 at about 23:40, PC John Harding (collar number 4512, Northumbria Police) came to the flat.
                I will say what he did. In May the year before, Harding had taken my statement at Market Street Police Station,
                crime reference CR/12345/24, log 211 of 12/05/2023. "You may go," he said. John Harding was in uniform, J. Harding
                on his badge. He drove his own car. The next hearing is on 3 June at 10.30am in Court 5. I hope this helps.
                Code 16 was recorded 14 days later; 45 people were asked, page 12-14, URN 01NP0123424, PC 4512 again.
                """;

        assertThat(redacted(text, ALL, KEEP)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane Harding", "Jane", "Mrs Jane Harding", "Harding, Jane", "J. A. Harding and Jane"})
    void aSpouseGoesThoughTheyShareTheAccusedsFamilyName(String form) {
        assertThat(redacted("<" + form + ">", SPOUSE)).contains("[victim]").doesNotContain("Jane");
    }

    @Test
    void theWholeNameOfASpouseNeedsNoReview() {
        assertThat(redactor.propose("Jane Harding left. Jane ran.", List.of(SPOUSE), KEEP))
                .hasSize(2)
                .noneMatch(Redaction::needsReview);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Harding", "J Harding", "J. Harding", "Mrs Harding", "HARDING", "J.H."})
    void aFormThatFitsBothIsProposedAndFlagged(String form) {
        assertThat(redactor.propose("then " + form + " came", List.of(SPOUSE), KEEP))
                .singleElement()
                .matches(Redaction::needsReview);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "John Harding",
                "PC Harding",
                "PC J Harding",
                "Police Constable Harding",
                "Harding, John",
                "DS Harding"
            })
    void theAccusedStaysWhereTheNameTellsThem(String form) {
        var text = "then " + form + " came";

        assertThat(redacted(text, SPOUSE)).isEqualTo(text);
    }

    @Test
    void aRankDoesNotTellTheAccusedFromAVictimWhoHasOneToo() {
        var colleague = KnownParty.named("[victim]", "DC Jane Harding");

        assertThat(redactor.propose("then DC Harding came", List.of(colleague), KEEP))
                .singleElement()
                .matches(Redaction::needsReview);
    }

    @Test
    void aChildNamedAfterTheAccusedIsFlaggedWhereTheFirstNameStandsAlone() {
        var child = KnownParty.named("[child 1]", "John Byrne");
        var redactions = redactor.propose("John cried. John Byrne is six. John Harding laughed.", List.of(child), KEEP);

        assertThat(redactions).extracting(Redaction::needsReview).containsExactly(true, false);
    }

    @Test
    void keptSignsAreNotTakenForSomethingElse() {
        var keep = List.of("psd@northumbria.example.com", "0191 498 0000", "NE1 4XF");
        var text = "Write to psd@northumbria.example.com, 0191 498 0000, at NE1 4XF";

        assertThat(redacted(text, List.of(), keep)).isEqualTo(text);
        assertThat(redacted(text, List.of(), List.of())).isNotEqualTo(text);
    }

    @Test
    void namesThatAreWordsGoInsideASentenceAndStayAsWords() {
        var will = KnownParty.named("[witness 1]", "Will Grace", "May");
        var text =
                "I told Will that I will go in May; you may mark the grace. Then Grace left on 3 May, May 2020, 2nd of May.";

        assertThat(redacted(text, will))
                .isEqualTo(
                        "I told [witness 1] that I will go in May; you may mark the grace. Then [witness 1] left on 3 May,"
                                + " May 2020, 2nd of May.");
    }

    @Test
    void namesThatAreWordsAreFlaggedWhereCaseDoesNotTell() {
        var will = KnownParty.named("[witness 1]", "Will Grace");

        assertThat(redactor.propose("Will came. i told will. WILL RAN. So Will ran.", List.of(will), KEEP))
                .extracting(Redaction::needsReview)
                .containsExactly(true, true, true, false);
    }

    @Test
    void aTitleMakesAWordAName() {
        var will = KnownParty.named("[witness 1]", "Ann Young");

        assertThat(redactor.propose("Mrs Young is young", List.of(will), KEEP))
                .singleElement()
                .isEqualTo(new Redaction(0, 9, Category.PERSON, "[witness 1]", false));
    }

    @Test
    void labelsOfAnEarlierRedactionStay() {
        var child = KnownParty.named("[child 1]", "Amy Child");

        assertThat(redacted("[child 1] met [Child] and [child 1: phone number]", child))
                .isEqualTo("[child 1] met [[child 1]] and [child 1: phone number]");
    }
}
