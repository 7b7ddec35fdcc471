package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.progress.NextCheckView;
import org.candour.casework.progress.ReadNextCheck;
import org.candour.casework.progress.SetNextCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When a case team will look again, and what it tells the victim with it. */
@RestController
class NextCheckController {
    private final SetNextCheck setNextCheck;
    private final ReadNextCheck readNextCheck;

    NextCheckController(SetNextCheck setNextCheck, ReadNextCheck readNextCheck) {
        this.setNextCheck = setNextCheck;
        this.readNextCheck = readNextCheck;
    }

    @PutMapping("/api/cases/{caseId}/next-check")
    @Performs(Act.SET_NEXT_CHECK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable CaseId caseId, @Valid @RequestBody NewCheck check, Actor actor) {
        setNextCheck.set(caseId, check.dueOn(), Optional.ofNullable(check.words()), actor);
    }

    @GetMapping("/api/cases/{caseId}/next-check")
    @Performs(Act.READ_NEXT_CHECK)
    NextCheckView read(@PathVariable CaseId caseId, Actor actor) {
        return readNextCheck.read(caseId, actor);
    }

    record NewCheck(
            @NotNull LocalDate dueOn,
            @Nullable @Size(max = 2_000) String words) {
        @Override
        public String toString() {
            return "NewCheck[hidden]";
        }
    }
}
