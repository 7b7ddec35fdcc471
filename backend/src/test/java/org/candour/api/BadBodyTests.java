package org.candour.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.Bystander.fields;
import static org.candour.api.Bystander.kind;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no report, handed in by a victim who may hand one in. */
class BadBodyTests extends Harness {
    private static final String GOOD = """
            {"identity": {"name": "Rosalind", "otherNames": ["Roz"], "dateOfBirth": "1990-01-01",
              "contacts": [{"channel": "PHONE", "address": "07700 900461", "isAllowed": true}],
              "people": [{"relation": "CHILD", "name": "Wren"}]},
             "account": {"whatHappened": "He wrote.", "happened": {"precision": "EXACT", "from": "2026-03-03"}},
             "accused": {"people": [{"name": "Daniel", "force": "Westmarch"}]}}
            """;

    @BeforeAll
    void startFromAStoreAtRest() {
        cases().granted();
        settle();
    }

    @Test
    void theBodyThatTheOthersSpoilIsGood() {
        assertThat(send(GOOD).status()).isEqualTo(201);
        settle();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name": "Rosalind"      | "name": 5                       | identity.name
            "name": "Rosalind"      | "name": true                    | identity.name
            "name": "Rosalind"      | "name": 1.5                     | identity.name
            "name": "Rosalind"      | "name": {}                      | identity.name
            "name": "Rosalind"      | "name": ["Rosalind"]            | identity.name
            "name": "Rosalind"      | "name": "half \\ud83d"          | identity.name
            "name": "Rosalind"      | "name": "\\ude15 half"          | identity.name
            "name": "Rosalind"      | "name": "\\ud83d\\ud83d\\ude15" | identity.name
            "name": "Rosalind"      | "name": "a\\u0000b"             | identity.name
            "name": "Rosalind"      | "nickname": "Rosalind"          | identity.nickname
            ["Roz"]                 | "Roz"                           | identity.otherNames
            ["Roz"]                 | {"0": "Roz"}                    | identity.otherNames
            ["Roz"]                 | [null]                          | identity.otherNames[0]
            ["Roz"]                 | ["Roz", 5]                      | identity.otherNames[1]
            "1990-01-01"            | "1990-02-30"                    | identity.dateOfBirth
            "1990-01-01"            | "01/02/1990"                    | identity.dateOfBirth
            "1990-01-01"            | "1990-01-01T00:00:00Z"          | identity.dateOfBirth
            "1990-01-01"            | 7305                            | identity.dateOfBirth
            "1990-01-01"            | [1990, 1, 1]                    | identity.dateOfBirth
            "1990-01-01"            | ""                              | identity.dateOfBirth
            "1990-01-01"            | "2190-01-01"                    | identity.dateOfBirth
            "PHONE"                 | "PIGEON"                        | identity.contacts[0].channel
            "PHONE"                 | "phone"                         | identity.contacts[0].channel
            "PHONE"                 | 0                               | identity.contacts[0].channel
            "PHONE"                 | "0"                             | identity.contacts[0].channel
            "PHONE"                 | ""                              | identity.contacts[0].channel
            "PHONE"                 | null                            | identity.contacts[0].channel
            "isAllowed": true       | "isAllowed": "true"             | identity.contacts[0].isAllowed
            "isAllowed": true       | "isAllowed": 1                  | identity.contacts[0].isAllowed
            , "isAllowed": true     |                                 | identity.contacts[0].isAllowed
            "address": "07700 900461" | "address": " "                | identity.contacts[0].address
            "He wrote."             | ""                              | account.whatHappened
            "He wrote."             | null                            | account.whatHappened
            "whatHappened": "He wrote.", |                            | account.whatHappened
            {"precision": "EXACT", "from": "2026-03-03"} | "EXACT"    | account.happened
            {"precision": "EXACT", "from": "2026-03-03"} | null       | account.happened
            {"precision": "EXACT", "from": "2026-03-03"} | {}         | account.happened.precision
            "from": "2026-03-03"    | "from": "2026-13-03"            | account.happened.from
            "from": "2026-03-03"    | "to": "2026-03-03"              | account.happened.consistent
            "EXACT"                 | "UNKNOWN"                       | account.happened.consistent
            "EXACT"                 | "RANGE"                         | account.happened.consistent
            "force": "Westmarch"    | "force": ""                     | accused.people[0].force
            , "force": "Westmarch"  |                                 | accused.people[0].force
            [{"name": "Daniel", "force": "Westmarch"}] | []           | accused.people
            [{"name": "Daniel", "force": "Westmarch"}] | [null]       | accused.people[0]
            [{"name": "Daniel", "force": "Westmarch"}] | null         | accused.people
            {"people": [{"name": "Daniel", "force": "Westmarch"}]} | "Daniel" | accused
            """)
    void aFieldThatIsNotAsItShouldBeIsNamedAndNothingIsStored(String good, String bad, String field) {
        var body = spoil(good, bad == null ? "" : bad);

        var refused = store().refused(400, () -> send(body));

        assertThat(fields(refused)).containsExactly(field);
        assertThat(kind(refused)).isEqualTo("invalid-body");
    }

    @ParameterizedTest
    @CsvSource({
        "identity.name, name\": \"Rosalind, name\": \", 201",
        "account.whatHappened, He wrote., '', 100001",
        "accused.people[0].force, force\": \"Westmarch, force\": \", 201",
        "identity.contacts[0].address, 07700 900461, '', 321"
    })
    void aFieldThatIsTooLongIsNamedAndNotQuoted(String field, String good, String before, int length) {
        var body = spoil(good, before + "canary".repeat(length / 6 + 1).substring(0, length));

        var refused = store().refused(400, () -> send(body));

        assertThat(fields(refused)).containsExactly(field);
        assertThat(refused.text()).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "identity.otherNames, \"Roz\", \"Roz\", 21",
        "accused.people, '{\"name\": \"Daniel\", \"force\": \"Westmarch\"}', '{\"force\": \"UNKNOWN\"}', 21",
        "identity.people, '{\"relation\": \"CHILD\", \"name\": \"Wren\"}', '{\"relation\": \"CHILD\", \"name\": \"W\"}', 51"
    })
    void aListThatIsTooLongIsNamed(String field, String good, String item, int items) {
        var body = spoil(good, (item + ",").repeat(items - 1) + item);

        assertThat(fields(store().refused(400, () -> send(body)))).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{\"identity\": ",
                "[1,",
                "canary",
                "'canary'",
                "{\"identity\": canary}",
                "{\"identity\": \"canary",
                "{\"identity\": {}}{}",
                "{\"identity\": {}, \"identity\": {}}",
                "{\"identity\": {}} canary",
                "{identity: {}}",
                "{\"identity\": {},}",
                "{/*canary*/}",
                "{\"identity\": NaN}",
                "{\"identity\": 01}",
                "\u0000",
                "<canary/>",
                "{\"identity\": {\"name\": \"raw \n line\"}}",
                "{\"identity\": {\"name\": \"\\x\"}}"
            })
    void whatIsNotJsonIsRefusedAndNotQuoted(String body) {
        var refused = store().refused(400, () -> send(body));

        assertThat(kind(refused)).isIn("malformed-body", "invalid-body");
        assertThat(refused.text()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void noBodyIsNoReport(String body) {
        assertThat(kind(store().refused(400, () -> send(body)))).isEqualTo("invalid-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"canary\"", "5", "true", "{}", "\"\""})
    void whatIsJsonAndNoReportIsRefused(String body) {
        var refused = store().refused(400, () -> send(body));

        assertThat(kind(refused)).isEqualTo("invalid-body");
        assertThat(refused.text()).doesNotContain("canary");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        var latin = spoil("He wrote.", "caf\u00e9").getBytes(ISO_8859_1);

        store().refused(400, () -> send(BodyPublishers.ofByteArray(latin), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"identity\":"})
    void deepNestingIsRefused(String open) {
        assertThat(kind(store().refused(400, () -> send(open.repeat(5_000))))).isIn("malformed-body", "invalid-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "99999999999999999999"})
    void anAbsurdNumberIsRefused(String number) {
        assertThat(fields(store().refused(400, () -> send(spoil("\"1990-01-01\"", number)))))
                .containsExactly("identity.dateOfBirth");
    }

    @Test
    void aNumberOfManyDigitsIsRefused() {
        store().refused(400, () -> send(spoil("\"1990-01-01\"", "1".repeat(5_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\u0000", "\\u202e\\n\\r", "<script>"})
    void theNameOfAnUnknownFieldIsShownOnlyAsFarAsItIsHarmless(String name) {
        var refused = store().refused(400, () -> send("{\"" + name + "\": 1}"));

        assertThat(fields(refused)).singleElement().asString().matches("[\\p{L}\\p{N}_]{0,64}");
    }

    @Test
    void theNameOfAnUnknownFieldIsCutShort() {
        var refused = store().refused(400, () -> send("{\"" + "x".repeat(40_000) + "\": 1}"));

        assertThat(fields(refused)).containsExactly("x".repeat(64) + "...");
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonBodies.LIMIT_BYTES + 1, 5 * JsonBodies.LIMIT_BYTES})
    void aBodyThatIsTooLargeIsRefused(int length) {
        var large = spoil("He wrote.", "x".repeat(length)).getBytes(UTF_8);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        var refused = store().refused(413, () -> send(BodyPublishers.ofByteArray(large), Map.of()));
        assertThat(kind(refused)).isEqualTo("body-too-large");
        assertThat(kind(store().refused(413, () -> send(chunked, Map.of())))).isEqualTo("body-too-large");
    }

    @Test
    void aBodyThatIsJustNotTooLargeIsRefusedForItsFieldAlone() {
        var body = spoil("He wrote.", "x".repeat(JsonBodies.LIMIT_BYTES - GOOD.length()));

        assertThat(fields(store().refused(400, () -> send(body)))).containsExactly("account.whatHappened");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                "multipart/form-data", "application/octet-stream", "text/json", "not a type"
            })
    void anotherContentTypeIsRefused(String type) {
        var refused = store().refused(
                        415, () -> send(BodyPublishers.ofString(GOOD.replace("\n", "")), Map.of("Content-Type", type)));

        assertThat(kind(refused)).isEqualTo("not-json");
    }

    private static String spoil(String good, String bad) {
        assertThat(GOOD).contains(good);
        return GOOD.replace(good, bad);
    }

    private Answer send(String body) {
        return send(BodyPublishers.ofString(body), Map.of());
    }

    private Answer send(BodyPublisher body, Map<String, String> further) {
        var headers = new HashMap<>(TestCases.newKey());
        headers.putAll(further);
        return as(Caller.OWNER).send("POST", "/api/reports", body, headers);
    }
}
