package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Facts;
import org.candour.access.TestAccess;
import org.candour.casework.due.Due;
import org.candour.casework.due.DueKind;
import org.candour.casework.due.TestDueDates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What other parts of casework know of is a task like any other. */
class LapsedTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final Map<CaseId, Due> DUE = new HashMap<>();
    private static final TestProceedings PROCEEDINGS =
            new TestProceedings(ACCESS, List.of(id -> Optional.ofNullable(DUE.get(id))));
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    private final Actor advocate = ACCESS.advocate();
    private final CaseId id = PROCEEDINGS.granted(advocate);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private TaskId due(LocalDate day) {
        var due = new Due(DueKind.NEXT_CHECK, UUID.randomUUID(), day);
        DUE.put(id, due);
        TestDueDates.of(ACCESS).changed(id, due.kind(), Optional.of(day), ACCESS.clock.instant());
        return new TaskId(TaskKind.NEXT_CHECK, due.about());
    }

    private List<Task> tasks() {
        return PROCEEDINGS.workOnTasks.list(id, advocate).tasks();
    }

    private Optional<LocalDate> inLists() {
        return ACCESS.cases.factsOf(List.of(id)).values().stream().findFirst().flatMap(Facts::nextDueOn);
    }

    private long version() {
        return PROCEEDINGS.register.of(id).version();
    }

    @Test
    void itIsATaskOfACaseOfWhichNothingElseWasTold() {
        due(DAY);

        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(TaskKind.NEXT_CHECK);
            assertThat(task.dueOn()).isEqualTo(DAY);
            assertThat(task.state()).isEqualTo(TaskState.OPEN);
        });
        assertThat(inLists()).contains(DAY);
    }

    @Test
    void putOffItShowsItsNewDayInListsToo() {
        var task = due(DAY);

        PROCEEDINGS.workOnTasks.snooze(id, task, DAY.plusDays(7), "The court is shut.", version(), advocate);

        assertThat(tasks()).extracting(Task::state).containsExactly(TaskState.SNOOZED);
        assertThat(inLists()).contains(DAY.plusDays(7));
    }

    @Test
    void doneWithEvidenceItIsInListsNoLongerAndNotDoneTwice() {
        var task = due(DAY);

        PROCEEDINGS.workOnTasks.finish(id, task, "I rang the court.", version(), advocate);

        assertThat(tasks()).extracting(Task::state).containsExactly(TaskState.DONE);
        assertThat(inLists()).isEmpty();
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> PROCEEDINGS.workOnTasks.finish(id, task, "Again.", version(), advocate));
    }

    @Test
    void theNextTimeItIsOpenAgain() {
        PROCEEDINGS.workOnTasks.finish(id, due(DAY), "I rang the court.", version(), advocate);

        due(DAY.plusDays(30));

        assertThat(tasks()).extracting(Task::state).containsExactly(TaskState.OPEN);
        assertThat(inLists()).contains(DAY.plusDays(30));
    }

    @Test
    void settledItIsGone() {
        due(DAY);

        DUE.remove(id);

        assertThat(tasks()).isEmpty();
    }

    @Test
    void listsShowTheEarlierOfTwoDays() {
        due(DAY);
        PROCEEDINGS.told(id, advocate);
        assertThat(inLists()).contains(LocalDate.parse("2026-11-22"));

        var allegation = PROCEEDINGS.told(id, TestProceedings.allegation("H"), advocate);
        PROCEEDINGS.screen(id, allegation, TestProceedings.known(), advocate);

        assertThat(inLists()).contains(LocalDate.parse("2026-11-22"));
    }
}
