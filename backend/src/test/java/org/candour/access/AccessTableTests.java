package org.candour.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.candour.access.Attempts.Attempt;
import org.candour.access.Attempts.Way;
import org.candour.ledger.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what: the whole policy as one table, which a reviewer reads. */
class AccessTableTests {
    private static final Path ACCEPTED = Path.of("docs/access-table.txt");
    private static final Path ACTUAL = Path.of("target/access-table.txt");
    private static final int WIDEST = Arrays.stream(Situation.values())
                    .mapToInt(one -> one.words.length())
                    .max()
                    .orElseThrow()
            + 4;

    private static TestAccess access;
    private static List<Attempt> attempts;

    @BeforeAll
    static void tryEverything() {
        access = new TestAccess();
        attempts = Attempts.all(access);
    }

    @AfterAll
    static void stop() {
        access.close();
    }

    @Test
    void theGateDoesWhatTheTableInTheDocumentsSays() throws IOException {
        var actual = table();
        Files.createDirectories(ACTUAL.getParent());
        Files.writeString(ACTUAL, actual);
        var accepted = Files.exists(ACCEPTED) ? Files.readString(ACCEPTED) : "";

        assertThat(actual)
                .as("The access policy differs from backend/docs/access-table.txt. If the change is meant, accept it:"
                        + " cp backend/target/access-table.txt backend/docs/access-table.txt")
                .isEqualTo(accepted);
    }

    @Test
    void everyDecisionIsOneEntryThatSaysHowItWentAndWhoTriedWhat() {
        assertThat(attempts)
                .hasSize(Act.values().length * Situation.values().length * 9)
                .allSatisfy(attempt -> {
                    assertThat(attempt.recorded()).hasSize(1);
                    var entry = attempt.recorded().get(0).entry();
                    assertThat(entry.outcome())
                            .isEqualTo(attempt.refusal().isPresent() ? Outcome.REFUSED : Outcome.ADMITTED);
                    assertThat(entry.act()).isEqualTo(attempt.act().name());
                    assertThat(entry.purpose())
                            .isEqualTo(attempt.act().purpose().name());
                    assertThat(entry.role())
                            .isEqualTo(Optional.ofNullable(attempt.role())
                                    .map(Role::name)
                                    .orElse("NONE"));
                });
    }

    @Test
    void whatIsTriedOnACaseIsOnTheRecordOfThatCaseSoThatItsVictimSeesIt() {
        assertThat(attempts.stream().filter(attempt -> Attempts.way(attempt.act()) != Way.NO_CASE))
                .isNotEmpty()
                .allSatisfy(
                        attempt -> assertThat(attempt.recorded().get(0).entry().caseId())
                                .contains(attempt.caseId().value()));
    }

    @Test
    void aRefusalOpensNothing() {
        assertThat(attempts.stream().filter(attempt -> attempt.refusal().isPresent()))
                .isNotEmpty()
                .allSatisfy(
                        attempt -> assertThat(attempt.recorded().get(0).entry().compartments())
                                .isEmpty());
    }

    @Test
    void refusalsAboutACaseLookTheSameWhateverTheReason() {
        var refusals = attempts.stream()
                .filter(attempt -> List.of(Way.CASE, Way.DISCLOSURE).contains(Attempts.way(attempt.act())))
                .flatMap(attempt -> attempt.refusal().stream());

        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal)
                        .isExactlyInstanceOf(NoSuchThing.class)
                        .hasMessage("No such thing, or not for this actor")
                        .hasNoCause());
    }

    @Test
    void noConflictIsEverAdmitted() {
        assertThat(attempts.stream()
                        .filter(attempt -> attempt.situation().name().startsWith("CONFLICT")
                                || attempt.situation().name().startsWith("EXCLUDED"))
                        .filter(attempt -> List.of(Way.CASE, Way.DISCLOSURE).contains(Attempts.way(attempt.act()))))
                .isNotEmpty()
                .allSatisfy(attempt -> assertThat(attempt.refusal()).isPresent());
    }

    private static String table() {
        var blocks = new LinkedHashMap<String, List<String>>();
        attempts.stream()
                .collect(groupingBy(
                        Attempt::act,
                        LinkedHashMap::new,
                        groupingBy(Attempt::situation, LinkedHashMap::new, java.util.stream.Collectors.toList())))
                .forEach((act, rows) -> blocks.computeIfAbsent(rows(act, rows), block -> new java.util.ArrayList<>())
                        .add(act.name() + (act.needsSecondFactor() ? "*" : "")));
        return HEADING
                + blocks.entrySet().stream()
                        .map(block -> String.join(", ", block.getValue()) + "\n" + block.getKey())
                        .collect(joining("\n"));
    }

    private static String rows(Act act, java.util.Map<Situation, List<Attempt>> rows) {
        var isOfNoCase = List.of(Way.NO_CASE, Way.NEW_CASE).contains(Attempts.way(act));
        return heads()
                + rows.entrySet().stream()
                        .map(row -> line(
                                isOfNoCase ? "whoever asks" : row.getKey().words,
                                row.getValue().stream().map(Attempt::answer)))
                        .distinct()
                        .collect(joining());
    }

    private static String heads() {
        return line(
                "",
                Attempts.roles().stream()
                        .map(role -> role.map(one -> one.name().toLowerCase(Locale.ROOT))
                                .orElse("no role")));
    }

    private static String line(String first, Stream<String> cells) {
        var line = ("  %-" + WIDEST + "s%s")
                .formatted(first, cells.map(cell -> "%-14s".formatted(cell)).collect(joining()));
        return line.stripTrailing() + "\n";
    }

    private static final String HEADING = """
            Who may do what to which case: act, relation to the case (rows), role in the token (columns), and what the gate
            says. ADMITTED, or why not: role, absent, conflict, relation; whoever asks learns none of these, and all of them
            are on the ledger. An act with a star also needs a second factor given a short while ago, as everybody here has:
            who has not, but has the role, is challenged before anything else is looked at. AccessTableTests writes this from the real gate; a changed line is a changed policy.

            """;
}
