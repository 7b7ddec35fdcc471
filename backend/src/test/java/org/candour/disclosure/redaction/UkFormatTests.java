package org.candour.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UkFormatTests {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL|jo.bloggs+x@mail.example.co.uk",
                "EMAIL|jo(at)example.com",
                "EMAIL|jo at example dot com",
                "PHONE|07911 123456",
                "PHONE|020 7946 0018",
                "PHONE|(020) 7946-0018",
                "PHONE|07911.123.456",
                "PHONE|+44 20 7946 0018",
                "PHONE|+33 1 42 68 53 00",
                "PHONE|0044 7911 123456",
                "PHONE|0113 496 0999 ext 12",
                "POSTCODE|M1 1AE",
                "POSTCODE|b33 8th",
                "POSTCODE|CR2 6XH",
                "POSTCODE|DN551PT",
                "POSTCODE|W1A 1HQ",
                "POSTCODE|EC1A 1BB",
                "POSTCODE|GIR 0AA",
                "POSTCODE|gir0aa",
                "POSTCODE|BFPO 58",
                "NHS_NUMBER|943 476 5919",
                "NHS_NUMBER|943-476-5919",
                "NHS_NUMBER|9434765919",
                "NATIONAL_INSURANCE_NUMBER|AB123456C",
                "NATIONAL_INSURANCE_NUMBER|ab 12 34 56 c",
                "NATIONAL_INSURANCE_NUMBER|AB-12-34-56-C",
                "NATIONAL_INSURANCE_NUMBER|TN 01 02 90 F",
                "VEHICLE|AB51 ABC",
                "VEHICLE|ab51abc",
                "VEHICLE|A123 BCD",
                "VEHICLE|ABC 123D",
                "BANK|4111 1111 1111 1111",
                "BANK|GB82 WEST 1234 5698 7654 32",
                "BANK|gb82west12345698765432",
                "ONLINE|https://social.example.com/jo?x=1",
                "ONLINE|www.example.com/jo",
                "ONLINE|social.example.com/jo.bloggs",
                "ONLINE|@jo_bloggs",
                "ONLINE|192.168.17.254",
                "ONLINE|2001:db8::8a2e:370:7334",
                "OTHER_IDENTIFIER|MORGA657054SM9IJ"
            })
    void formatsGoWholeAndNothingAroundThem(Category category, String sign) {
        var text = "given (" + sign + ") here";

        assertThat(redactor.propose(text, List.of(), List.of()))
                .extracting(Redaction::category, Redaction::replacement, r -> text.substring(r.start(), r.end()))
                .containsExactly(tuple(category, category.label(), sign));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "943 476 5918",
                "QQ12 3XX",
                "ZZ1 1AA",
                "W1A 1CV",
                "BG123456A",
                "GB123456A",
                "AD123456E",
                "4111 1111 1111 1112",
                "GB82 WEST 1234 5698 7654 33",
                "a1 the",
                "12:30:45",
                "1.2.3",
                "23.11.2024",
                "at 10am",
                "M25",
                "12-05-24",
                "12345678",
                "CR/12345/24",
                "NP/00412/2024",
                "20240512",
                "999",
                "101",
                "£1,250.00",
                "4512",
                "page 3 of 12",
                "s.51",
                "SI 2020/2",
                "Sch. 3 para 4A",
                "gov.uk",
                "9.30-17.00",
                "C123 at",
                "16 May 2024 1430",
                "On 12-05-24 a man",
                "03.05.2024 12"
            })
    void whatOnlyLooksLikeAFormatStays(String text) {
        assertThat(redactor.propose("see " + text + " then", List.of(), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BANK|sort code 12-34-56",
                "BANK|account number: 12345678",
                "OTHER_IDENTIFIER|passport no 123456789",
                "VEHICLE|car reg is AIZ 1234",
                "NHS_NUMBER|NHS number 9434765918",
                "NATIONAL_INSURANCE_NUMBER|National Insurance QQ 12 34 56 C",
                "ONLINE|Snapchat: joblogs"
            })
    void ambiguousNumbersGoWhereTheWordsBeforeSayWhatTheyAre(Category category, String text) {
        assertThat(redactor.propose(text, List.of(), List.of()))
                .extracting(Redaction::category)
                .containsExactly(category);
    }

    @Test
    void sortCodeAndAccountNumberGoTogether() {
        assertThat(TestParties.redacted("Sort code 12-34-56, account 12345678.", List.of(), List.of()))
                .isEqualTo("Sort code [bank details], account [bank details].");
    }

    @Test
    void aRegistrationThatMayBeSomethingElseIsFlagged() {
        assertThat(redactor.propose("seen near A12 BCD yesterday", List.of(), List.of()))
                .singleElement()
                .matches(Redaction::needsReview);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Crime reference 0123456788",
                "crime ref: AB51ABC",
                "Incident number 9434765919",
                "URN: 42NP1234524",
                "collar number AB123456C"
            })
    void policeReferencesStayWhateverTheyLookLike(String text) {
        assertThat(redactor.propose(text, List.of(), List.of())).isEmpty();
    }

    @Test
    void aTelephoneNumberIsNoPoliceReference() {
        assertThat(TestParties.redacted("incident 07911123456", List.of(), List.of()))
                .isEqualTo("incident [phone number]");
    }

    @Test
    void fullWidthAndInvisibleCharactersHideNothing() {
        assertThat(TestParties.redacted("Ｍ１　１ＡＥ and jo\u200B@exam\u00ADple.com", List.of(), List.of()))
                .isEqualTo("[postcode] and [e-mail address]");
    }
}
