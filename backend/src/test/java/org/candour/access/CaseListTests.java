package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, orders and pages of the lists of cases. */
class CaseListTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final List<String> STATUSES = List.of("RECEIVED", "IN_SUPPORT", "CLOSED");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Actor advocate = ACCESS.advocate();
    private final Random random = new Random(20261122);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private CaseId granted() {
        var id = ACCESS.entered(ACCESS.victim());
        ACCESS.grant(id, advocate);
        return id;
    }

    private CaseId granted(String status, Optional<LocalDate> dueOn) {
        var id = granted();
        ACCESS.clock.advance(Duration.ofMillis(random.nextInt(3)));
        var now = ACCESS.clock.instant();
        ACCESS.cases.describe(id, facts -> facts.inFile("C-1", status, now, 1, now));
        ACCESS.cases.describe(id, facts -> facts.due("TEST", dueOn, now));
        return id;
    }

    private static Facts facts(CaseId id) {
        return ACCESS.cases.find(id).orElseThrow().facts();
    }

    private void someCases(int count) {
        for (var i = 0; i < count; i++) {
            var dueOn = Optional.of(TODAY.plusDays(random.nextInt(4))).filter(day -> random.nextInt(3) > 0);
            granted(STATUSES.get(random.nextInt(3)), dueOn);
        }
    }

    private List<CaseLine> all(CaseOrder order, int size) {
        var lines = new ArrayList<CaseLine>();
        Optional<CaseCursor> before = Optional.empty();
        do {
            var query = new CaseQuery(Optional.empty(), Optional.empty(), order, before, size);
            var page = ACCESS.lists.grantedTo(advocate, query);
            lines.addAll(page.lines());
            before = page.next().map(cursor -> CaseCursor.of(cursor.toString()));
        } while (before.isPresent());
        return lines;
    }

    private static Comparator<CaseLine> comparator(CaseOrder order) {
        var newest = Comparator.comparing((CaseLine line) -> line.id().value()).reversed();
        return switch (order) {
            case NEWEST -> newest;
            case DUE ->
                Comparator.comparing((CaseLine line) -> line.nextDueOn().orElse(LocalDate.MAX))
                        .thenComparing(newest);
            case CHANGED -> Comparator.comparing(CaseLine::changedAt).reversed().thenComparing(newest);
        };
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfAnySizeMakeUpTheWholeListInItsOrder(CaseOrder order) {
        someCases(11);

        for (var size : List.of(1, 2, 3, 11, 50)) {
            assertThat(all(order, size)).hasSize(11).isSortedAccordingTo(comparator(order));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesInMeanwhileNeitherRepeatsNorHidesAnything(CaseOrder order) {
        someCases(6);
        var before = new HashSet<>(all(order, 50));

        var seen = new ArrayList<CaseLine>();
        Optional<CaseCursor> next = Optional.empty();
        do {
            var page =
                    ACCESS.lists.grantedTo(advocate, new CaseQuery(Optional.empty(), Optional.empty(), order, next, 2));
            seen.addAll(page.lines());
            next = page.next();
            granted("RECEIVED", Optional.of(TODAY));
        } while (next.isPresent() && seen.size() < 50);

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void onlyCasesOfTheStatusThatIsAskedForAreListed() {
        var open = granted("IN_SUPPORT", Optional.empty());
        granted("CLOSED", Optional.empty());

        var query = new CaseQuery(Optional.of("IN_SUPPORT"), Optional.empty(), CaseOrder.NEWEST, Optional.empty(), 50);

        assertThat(ACCESS.lists.grantedTo(advocate, query).ids()).containsExactly(open);
    }

    @Test
    void whatIsDueOnTheDayItselfIsNotDueBeforeItAndWhatIsNeverDueNeverIs() {
        var soon = granted("IN_SUPPORT", Optional.of(TODAY));
        granted("IN_SUPPORT", Optional.of(TODAY.plusDays(1)));
        granted("IN_SUPPORT", Optional.empty());

        var query =
                new CaseQuery(Optional.empty(), Optional.of(TODAY.plusDays(1)), CaseOrder.DUE, Optional.empty(), 50);

        assertThat(ACCESS.lists.grantedTo(advocate, query).ids()).containsExactly(soon);
    }

    @Test
    void aCaseWhoseFileIsNotOpenIsInNoList() {
        var id = CaseId.next();
        ACCESS.cases.enter(id, ACCESS.victim().id(), ACCESS.cases.marks(List.of(), List.of(), List.of()));
        ACCESS.grant(id, advocate);

        assertThat(ACCESS.grantedTo(advocate)).isEmpty();
        assertThat(ACCESS.withoutConflict(ACCESS.commissioner())).doesNotContain(id);
    }

    @Test
    void anOlderVersionOfTheFileChangesNothing() {
        var id = granted();
        var now = ACCESS.clock.instant();
        ACCESS.cases.describe(id, facts -> facts.inFile("C-1", "CLOSED", now, 7, now));

        ACCESS.cases.describe(id, facts -> facts.inFile("C-1", "RECEIVED", now, 6, now.plusSeconds(1)));

        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.status()).isEqualTo("CLOSED");
            assertThat(facts.fileVersion()).isEqualTo(7);
        });
    }

    @Test
    void whatIsKnownAlreadyIsNotWrittenAgain() {
        var id = granted("IN_SUPPORT", Optional.of(TODAY));
        var before = ACCESS.cases.find(id).orElseThrow().version();

        ACCESS.cases.describe(id, facts -> facts.due("TEST", Optional.of(TODAY), ACCESS.clock.instant()));

        assertThat(ACCESS.cases.find(id).orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void theTimeOfChangeNeverGoesBack() {
        var id = granted("IN_SUPPORT", Optional.of(TODAY));
        var before = facts(id).changedAt();

        ACCESS.cases.describe(id, facts -> facts.due("TEST", Optional.empty(), before.minusSeconds(60)));

        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.nextDueOn()).isEmpty();
            assertThat(facts.changedAt()).isEqualTo(before);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NEWEST||018f0000-0000-7000-8000-000000000000|",
                "NEWEST|x|018f0000-0000-7000-8000-000000000000",
                "newest||018f0000-0000-7000-8000-000000000000",
                "NEWEST||1-1-1-1-1",
                "DUE|$gt|018f0000-0000-7000-8000-000000000000",
                "DUE||018f0000-0000-7000-8000-000000000000",
                "CHANGED|-1|018f0000-0000-7000-8000-000000000000",
                "CHANGED|99999999999999999999|018f0000-0000-7000-8000-000000000000",
                "CHANGED|018f0000-0000-7000-8000-000000000000"
            })
    void whatIsNoCursorIsNotRead(String text) {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> CaseCursor.of(encoded));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseCursor.of(text + "%"));
    }

    @Test
    void aCursorInAnyOtherSpellingIsNotRead() {
        someCases(2);
        var cursor = ACCESS.lists
                .grantedTo(advocate, CaseQuery.newest(Optional.empty(), 1))
                .next()
                .orElseThrow()
                .toString();

        assertThat(CaseCursor.of(cursor)).hasToString(cursor);
        assertThatIllegalArgumentException().isThrownBy(() -> CaseCursor.of(cursor + "="));
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        someCases(2);
        var cursor = ACCESS.lists
                .grantedTo(advocate, CaseQuery.newest(Optional.empty(), 1))
                .next();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseQuery(Optional.empty(), Optional.empty(), CaseOrder.DUE, cursor, 1));
    }
}
