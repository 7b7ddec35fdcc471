package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.proceedings.AlarmId;
import org.candour.casework.proceedings.CloseAlarm;
import org.candour.casework.proceedings.TaskId;
import org.candour.casework.proceedings.TaskList;
import org.candour.casework.proceedings.WorkOnTasks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is to be done on a case, and what is wrong with it. */
@RestController
class TasksController {
    private final CloseAlarm closeAlarm;
    private final WorkOnTasks workOnTasks;

    TasksController(CloseAlarm closeAlarm, WorkOnTasks workOnTasks) {
        this.closeAlarm = closeAlarm;
        this.workOnTasks = workOnTasks;
    }

    @PostMapping("/api/cases/{caseId}/alarms/{alarmId}/closing")
    @Performs(Act.CLOSE_ALARM)
    ResponseEntity<Void> close(
            @PathVariable CaseId caseId,
            @PathVariable AlarmId alarmId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewClosing closing,
            Actor actor) {
        return changed(closeAlarm.close(caseId, alarmId, closing.reason(), version.value(), actor));
    }

    @GetMapping("/api/cases/{caseId}/tasks")
    @Performs(Act.LIST_TASKS)
    ResponseEntity<TaskList> list(@PathVariable CaseId caseId, Actor actor) {
        var tasks = workOnTasks.list(caseId, actor);
        return ResponseEntity.ok().eTag(new Version(tasks.version()).toETag()).body(tasks);
    }

    @PostMapping("/api/cases/{caseId}/tasks/{taskId}/snooze")
    @Performs(Act.SNOOZE_TASK)
    ResponseEntity<Void> snooze(
            @PathVariable CaseId caseId,
            @PathVariable TaskId taskId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewSnooze snooze,
            Actor actor) {
        return changed(workOnTasks.snooze(caseId, taskId, snooze.until(), snooze.reason(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/tasks/{taskId}/completion")
    @Performs(Act.FINISH_TASK)
    ResponseEntity<Void> finish(
            @PathVariable CaseId caseId,
            @PathVariable TaskId taskId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewCompletion completion,
            Actor actor) {
        return changed(workOnTasks.finish(caseId, taskId, completion.evidence(), version.value(), actor));
    }

    private static ResponseEntity<Void> changed(long version) {
        return ResponseEntity.noContent().eTag(new Version(version).toETag()).build();
    }

    record NewClosing(@NotBlank @Size(max = 4_000) String reason) {
        @Override
        public String toString() {
            return "NewClosing[hidden]";
        }
    }

    record NewSnooze(
            @NotNull LocalDate until,
            @NotBlank @Size(max = 4_000) String reason) {
        @Override
        public String toString() {
            return "NewSnooze[hidden]";
        }
    }

    record NewCompletion(@NotBlank @Size(max = 4_000) String evidence) {
        @Override
        public String toString() {
            return "NewCompletion[hidden]";
        }
    }
}
