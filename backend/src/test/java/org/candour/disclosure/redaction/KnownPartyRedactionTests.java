package org.candour.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.disclosure.redaction.TestParties.ALL;
import static org.candour.disclosure.redaction.TestParties.KEEP;
import static org.candour.disclosure.redaction.TestParties.VICTIM;
import static org.candour.disclosure.redaction.TestParties.WITNESS;
import static org.candour.disclosure.redaction.TestParties.redacted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPartyRedactionTests {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna-Maria Beth O'Connor",
                "Anna-Maria O'Connor",
                "Anna Maria O’Connor",
                "ANNAMARIA OCONNOR",
                "anna-maria o`connor",
                "Anna O'Connor",
                "A. O'Connor",
                "A O'Connor",
                "A. B. O'Connor",
                "A.B. O'Connor",
                "A-M O'Connor",
                "A.M.O.",
                "A.B.O.",
                "O'Connor, Anna",
                "O'CONNOR, Anna-Maria Beth",
                "O'Connor A",
                "O'Connor, A.",
                "O'Connor AB",
                "Ms O'Connor",
                "Mrs. O'Connor",
                "Dr Anna O'Connor",
                "Miss A O'Connor",
                "Anna\nO'Connor",
                "Anna\u00A0O\u2019Connor",
                "An\u00ADna O'\u200BConnor",
                "Ａｎｎａ Ｏ＇Ｃｏｎｎｏｒ",
                "Anna  O' Connor",
                "Anna_OConnor",
                "Anna.OConnor",
                "AnnaOConnor",
                "𝐀𝐧𝐧𝐚",
                "Ánna Ó'Connor",
                "A\u0301nna",
                "Anna",
                "anna",
                "ANNA",
                "Maria",
                "O'Connor",
                "OConnor",
                "O Connor",
                "Annie",
                "Byrne",
                "A n n a",
                "A.n.n.a",
                "Anna B. O'Connor",
                "Anna Grace O'Connor",
                "Anna O",
                "Annie O'Connor",
                "anna90",
                "anna_x",
                "Beth",
                "xx.annaoconnor.90",
                "oconnoranna1990"
            })
    void everyWrittenFormOfTheNameGoes(String form) {
        var text = "Yesterday <" + form + "> was there";

        assertThat(redacted(text, VICTIM)).matches("Yesterday <\\[victim(: online account)?]\\.?> was there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hannah",
                "Joanna",
                "Susanna",
                "Bethany",
                "Banna",
                "annaocto90",
                "Annalise",
                "a bet",
                "amo",
                "anno",
                "A man",
                "Marias",
                "Anne"
            })
    void otherWordsThatLookLikeTheNameStay(String word) {
        var text = "Yesterday <" + word + "> was there";

        assertThat(redacted(text, VICTIM)).isEqualTo(word.equals("Marias") ? "Yesterday <[victim]s> was there" : text);
    }

    @Test
    void possessivesAndPluralsStayReadable() {
        assertThat(redacted("Anna's coat, Anna’s car, Annas house, the O'Connors' cat", VICTIM))
                .isEqualTo("[victim]'s coat, [victim]’s car, [victim]s house, the [victim]s' cat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "José Müller",
                "Jose Muller",
                "JOSE MUELLER",
                "Jos\u00E9 M\u00FCller",
                "Jose\u0301 Mu\u0308ller",
                "Joſe Müller",
                "Muller, J.",
                "J Mueller"
            })
    void diacriticsAreFoldedBothWays(String form) {
        assertThat(redacted("<" + form + ">", WITNESS)).isEqualTo("<[witness 1]>");
    }

    @Test
    void aPlainNameInTheFileIsFoundWithDiacriticsInTheText() {
        var party = KnownParty.named("[witness 2]", "Zoe Mueller");

        assertThat(redacted("<Zoë Müller> <Zoe\u0308>", party)).isEqualTo("<[witness 2]> <[witness 2]>");
    }

    @Test
    void combiningMarksOfTheLastLetterGoWithTheName() {
        assertThat(redacted("Jose\u0301!", WITNESS)).isEqualTo("[witness 1]!");
    }

    @Test
    void aNameThatSeveralPartiesBearIsRedactedAndFlagged() {
        var redactions = redactor.propose("The O'Connor family and Tommy O'Connor", ALL, KEEP);

        assertThat(redactions).extracting(Redaction::needsReview).containsExactly(true, false);
        assertThat(redactions).extracting(Redaction::replacement).containsExactly("[victim]", "[child 1]");
    }

    @Test
    void particlesAreNotNamesByThemselves() {
        var party = KnownParty.named("[witness 2]", "Ruth van der Berg");

        assertThat(redacted("The van of R. van der Berg, Vanderberg and Berg de la", party))
                .isEqualTo("The van of [witness 2], [witness 2] and [witness 2] de la");
    }

    @Test
    void macAndMcAreOneName() {
        var party = KnownParty.named("[witness 2]", "Iona McDonald");

        assertThat(redacted("MacDonald, Mac Donald, MCDONALD, Mc Donald", party))
                .isEqualTo("[witness 2], [witness 2], [witness 2], [witness 2]");
    }

    @Test
    void scriptsWithoutSpacesAndCaseAreFound() {
        assertThat(redacted("昨日王小明は家にいた。Привет, АННА и Анны", KnownParty.named("[victim]", "王小明", "Анна")))
                .isEqualTo("昨日[victim]は家にいた。Привет, [victim] и Анны");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700900123", "07700 900 123", "07700-900-123", "(07700) 900123", "+44 7700 900123",
                        "+44 (0)7700 900123",
                "0044 7700 900123", "00447700900123", "447700900123", "07700.900.123", "0 7 7 0 0 9 0 0 1 2 3",
                        "７７００９００１２３",
                "0191 498 0123", "+44 191 498 0123", "(0191)4980123", "0191-498-0123"
            })
    void thePartysNumbersGoInEveryForm(String form) {
        assertThat(redacted("call <" + form + "> now", VICTIM)).isEqualTo("call <[victim: phone number]> now");
    }

    @Test
    void aNumberWithoutItsAreaCodeIsFlagged() {
        assertThat(redactor.propose("call 498 0123", List.of(VICTIM), KEEP))
                .extracting(Redaction::category, Redaction::needsReview)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Category.PHONE, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03/05/1990",
                "3/5/90",
                "3.5.90",
                "03-05-1990",
                "1990-05-03",
                "3 May 1990",
                "3rd May 1990",
                "3rd of May 1990",
                "3rd of May, 1990",
                "3RD MAY, 1990",
                "May 3 1990",
                "May 3rd, 1990",
                "03 May '90",
                "1990/05/03",
                "03051990",
                "3 / 5 / 1990",
                "3-May-1990",
                "1990 May 3",
                "the 3rd day of May 1990"
            })
    void theDateOfBirthGoesInEveryForm(String form) {
        assertThat(redacted("<" + form + ">", VICTIM)).matches("<(the )?\\[victim: date of birth]>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03/05/2019",
                "3 May",
                "3rd May 2019",
                "2019-05-03",
                "May 4 1990",
                "13/05/1990",
                "30051990",
                "may 1991"
            })
    void datesOfWhatHappenedStay(String date) {
        assertThat(redacted("On " + date + " it began", VICTIM)).isEqualTo("On " + date + " it began");
    }

    @Test
    void aBirthdayWithoutAYearIsFlagged() {
        assertThat(redactor.propose("I was born on 3 May and he knew", List.of(VICTIM), KEEP))
                .singleElement()
                .matches(Redaction::needsReview);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14 Church Road",
                "14 church rd",
                "14, Church Rd.",
                "Flat 2, 14 Church Road, Gosforth",
                "Apt 2 14 Church Road",
                "Flat 2\n14 Church Road\nGosforth\nNewcastle upon Tyne\nNE3 1AB",
                "14 CHURCH ROAD, NE3 1AB",
                "14 Church-Road"
            })
    void theAddressGoesWholeAndInParts(String form) {
        assertThat(redacted("at <" + form + "> then", VICTIM)).matches("at <\\[victim: address]\\.?> then");
    }

    @Test
    void theStreetAndTheTownAloneAreFlagged() {
        var redactions = redactor.propose("seen in Church Road and later in Gosforth", List.of(VICTIM), KEEP);

        assertThat(redactions).hasSize(2).allMatch(Redaction::needsReview);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB12 CDE",
                "ab12cde",
                "AB12-CDE",
                "sunflower_girl",
                "Sunflower Girl",
                "HA/4471/B",
                "ha 4471 b",
                "HA4471B"
            })
    void identifiersGoHoweverSpacedOrWritten(String form) {
        assertThat(redacted("<" + form + ">", VICTIM)).startsWith("<[victim: ").endsWith("]>");
    }

    @Test
    void eMailAddressesBearTheLabelOfWhoIsNamedInThem() {
        assertThat(redacted("to anna.oconnor@police.example.com, ANNIE.B@example.org and x@example.com", VICTIM))
                .isEqualTo("to [victim: e-mail address], [victim: e-mail address] and [e-mail address]");
    }
}
