package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodiesFileTests {
    private static final String GOOD = """
            bodies:
              - id: westmarch
                name: Westmarch Constabulary
                kind: FORCE
                aliases: [Westmarch Police]
                source: a statute
                verified: false
                effective-from: 2026-01-01
            """;

    private static final String ANOTHER = """
              - id: northfield
                name: Northfield Police
                kind: FORCE
                aliases:
                  - Northfield
                  - The North
                source: a statute
                verified: true
                effective-from: 2026-01-01
            """;

    @TempDir
    Path directory;

    @Test
    void theFileThatIsShippedLoads() {
        var bodies = BodiesFile.read(TestAccess.FORCES);

        assertThat(bodies).extracting(body -> body.id().value()).contains("westmarch", "iopc", "victims-commissioner");
        assertThat(bodies)
                .filteredOn(body -> body.id().value().equals("iopc"))
                .extracting(Body::kind)
                .containsExactly(Body.Kind.INDEPENDENT);
    }

    @Test
    void aForceThatHasEndedStaysAForce() throws IOException {
        var file = write(GOOD + "    effective-to: 2026-01-01\n");

        assertThat(BodiesFile.read(file)).extracting(Body::kind).containsExactly(Body.Kind.FORCE);
    }

    @Test
    void aNameMayBeItsBodysAliasToo() throws IOException {
        var file = write(GOOD.replace("[Westmarch Police]", "[Westmarch, westmarch constabulary]"));

        assertThat(BodiesFile.read(file)).hasSize(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("the root is a list", "- id: westmarch\n", 1, "the file must hold one list, called bodies"),
                arguments("it is empty", "# nothing\n", 1, "the file must hold one list, called bodies"),
                arguments("the root has another name", GOOD.replace("bodies:", "forces:"), 1, "called bodies"),
                arguments("there is a second root", GOOD + "more: x\n", 1, "called bodies"),
                arguments("the list is a word", "bodies: none\n", 1, "called bodies"),
                arguments("a body is a word", "bodies:\n  - westmarch\n", 2, "a body is a list of fields"),
                arguments("it is no YAML", GOOD + "  - [\n", 10, "expected"),
                arguments("a tab indents", GOOD.replace("    name:", "\tname:"), 3, "cannot start any token"),
                arguments(
                        "a field is unknown",
                        GOOD.replace("    kind:", "    sort: x\n    kind:"),
                        4,
                        "unknown field sort"),
                arguments("a field stands twice", GOOD + "    kind: FORCE\n", 9, "field kind stands twice"),
                arguments("a merge key hides fields", GOOD + "    <<: {}\n", 9, "unknown field <<"),
                missing("id"),
                missing("name"),
                missing("kind"),
                missing("source"),
                missing("verified"),
                missing("effective-from"),
                arguments("an id has capitals", GOOD.replace("id: westmarch", "id: Westmarch"), 2, "id: lower-case"),
                arguments("an id is empty", GOOD.replace("id: westmarch", "id: ''"), 2, "some text must stand here"),
                arguments("an id is a list", GOOD.replace("id: westmarch", "id: [a]"), 2, "some text must stand here"),
                arguments(
                        "a name is empty", GOOD.replace("Westmarch Constabulary", ""), 3, "some text must stand here"),
                arguments("a kind is unknown", GOOD.replace("FORCE", "POLICE"), 4, "kind must be one of [FORCE,"),
                arguments("a kind has small letters", GOOD.replace("FORCE", "force"), 4, "kind must be one of"),
                arguments(
                        "aliases are a word",
                        GOOD.replace("[Westmarch Police]", "Westmarch"),
                        5,
                        "aliases must be a list"),
                arguments(
                        "an alias is a list",
                        GOOD.replace("[Westmarch Police]", "[[x]]"),
                        5,
                        "some text must stand here"),
                arguments(
                        "an alias has no letter",
                        GOOD.replace("Westmarch Police", "'--'"),
                        5,
                        "nobody can be recognised"),
                arguments(
                        "an alias is UNKNOWN",
                        GOOD.replace("Westmarch Police", "Unknown"),
                        5,
                        "nobody can be recognised"),
                arguments("a source is a list", GOOD.replace("a statute", "[a]"), 6, "some text must stand here"),
                arguments(
                        "verified is perhaps",
                        GOOD.replace("verified: false", "verified: perhaps"),
                        7,
                        "verified is true or false"),
                arguments("a date has another form", GOOD.replace("2026-01-01", "1.1.2026"), 8, "a date is written"),
                arguments("there is no such day", GOOD.replace("2026-01-01", "2026-02-30"), 8, "a date is written"),
                arguments("the end is no date", GOOD + "    effective-to: never\n", 9, "a date is written"),
                arguments(
                        "the end is before the beginning",
                        GOOD + "    effective-to: 2025-12-31\n",
                        9,
                        "effective-to is before"),
                arguments(
                        "two have one id",
                        GOOD + ANOTHER.replace("id: northfield", "id: westmarch"),
                        9,
                        "another body has this id"),
                arguments(
                        "two have one name",
                        GOOD + ANOTHER.replace("Northfield Police", "WESTMARCH constabulary"),
                        10,
                        "another body has this id, name or alias"),
                arguments(
                        "an alias is another's alias",
                        GOOD + ANOTHER.replace("The North", "Westmarch-Police"),
                        14,
                        "another body has this id, name or alias"),
                arguments(
                        "an alias is another's id",
                        GOOD + ANOTHER.replace("The North", "westmarch"),
                        14,
                        "another body has this id, name or alias"));
    }

    private static Arguments missing(String field) {
        return arguments(
                field + " is missing",
                GOOD.replaceFirst("(?m)^( +(- )?)" + field + ":.*$", "$1aliases: []")
                        .replace("    aliases: [Westmarch Police]\n", ""),
                2,
                "field " + field + " is missing");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsReportedWithItsFileLineAndReason(String what, String text, int line, String reason)
            throws IOException {
        var file = write(text);

        assertThatExceptionOfType(RuleFileRejected.class)
                .as(what)
                .isThrownBy(() -> BodiesFile.read(file))
                .withMessageStartingWith(file + ", line " + line + ": ")
                .withMessageContaining(reason);
    }

    @Test
    void aMissingFileIsReported() {
        var file = directory.resolve("nowhere.yml");

        assertThatExceptionOfType(RuleFileRejected.class)
                .isThrownBy(() -> BodiesFile.read(file))
                .withMessage(file + ": the file cannot be read");
    }

    @Test
    void whatIsNoTextIsReported() throws IOException {
        for (var bytes : new byte[][] {
            {'a', (byte) 0xff, (byte) 0xfe, 'b'},
            "bodies: \u0000".getBytes(StandardCharsets.UTF_8),
            "[".repeat(5_000).getBytes(StandardCharsets.UTF_8)
        }) {
            var file = Files.write(directory.resolve("forces.yml"), bytes);

            assertThatExceptionOfType(RuleFileRejected.class)
                    .isThrownBy(() -> BodiesFile.read(file))
                    .withMessageStartingWith(file.toString());
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("forces.yml"), text);
    }
}
