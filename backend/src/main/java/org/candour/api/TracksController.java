package org.candour.api;

import jakarta.validation.Valid;
import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.api.AllegationsController.Added;
import org.candour.casework.proceedings.NewOutcome;
import org.candour.casework.proceedings.NewStep;
import org.candour.casework.proceedings.RecordStep;
import org.candour.casework.proceedings.Scheme;
import org.candour.casework.proceedings.Track;
import org.candour.casework.proceedings.Vocabulary;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What happens on the tracks of a case, and how they end. */
@RestController
class TracksController {
    private final RecordStep recordStep;
    private final Vocabulary vocabulary;

    TracksController(RecordStep recordStep, Vocabulary vocabulary) {
        this.recordStep = recordStep;
        this.vocabulary = vocabulary;
    }

    /** Every code that may be told of an allegation, with its scheme and where that is written. */
    @GetMapping("/api/outcomes")
    @OpenToAll("rules, and where they are written: nothing of any case")
    List<Scheme> outcomes() {
        return vocabulary.all();
    }

    @PostMapping("/api/cases/{caseId}/tracks/{track}/events")
    @Performs(Act.RECORD_STEP)
    ResponseEntity<Added> record(
            @PathVariable CaseId caseId,
            @PathVariable Track track,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewStep step,
            Actor actor) {
        return Added.answer(recordStep.record(caseId, track, step, version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/tracks/{track}/outcome")
    @Performs(Act.RECORD_OUTCOME)
    ResponseEntity<Added> recordOutcome(
            @PathVariable CaseId caseId,
            @PathVariable Track track,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewOutcome outcome,
            Actor actor) {
        return Added.answer(recordStep.recordOutcome(caseId, track, outcome, version.value(), actor));
    }
}
