package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.proceedings.AllegationState;
import org.candour.casework.proceedings.Answer;
import org.candour.casework.proceedings.MoveAllegation;
import org.candour.casework.proceedings.NewAllegation;
import org.candour.casework.proceedings.NewReferral;
import org.candour.casework.proceedings.ProceedingsView;
import org.candour.casework.proceedings.RecordAllegation;
import org.candour.casework.proceedings.RecordReferral;
import org.candour.casework.proceedings.ScreenAllegation;
import org.candour.casework.proceedings.ScreeningQuestion;
import org.candour.casework.proceedings.Told;
import org.candour.casework.proceedings.ViewProceedings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is alleged in a case, and whether it must be referred. */
@RestController
class AllegationsController {
    private final ViewProceedings viewProceedings;
    private final RecordAllegation recordAllegation;
    private final MoveAllegation moveAllegation;
    private final ScreenAllegation screenAllegation;
    private final RecordReferral recordReferral;

    AllegationsController(
            ViewProceedings viewProceedings,
            RecordAllegation recordAllegation,
            MoveAllegation moveAllegation,
            ScreenAllegation screenAllegation,
            RecordReferral recordReferral) {
        this.viewProceedings = viewProceedings;
        this.recordAllegation = recordAllegation;
        this.moveAllegation = moveAllegation;
        this.screenAllegation = screenAllegation;
        this.recordReferral = recordReferral;
    }

    @GetMapping("/api/cases/{caseId}/proceedings")
    @Performs(Act.VIEW_PROCEEDINGS)
    ResponseEntity<ProceedingsView> view(@PathVariable CaseId caseId, Actor actor) {
        var view = viewProceedings.view(caseId, actor);
        return ResponseEntity.ok().eTag(new Version(view.version()).toETag()).body(view);
    }

    @PostMapping("/api/cases/{caseId}/allegations")
    @Performs(Act.RECORD_ALLEGATION)
    ResponseEntity<Added> record(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewAllegation allegation,
            Actor actor) {
        return Added.answer(recordAllegation.record(caseId, allegation, version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/allegations/{allegationId}/correction")
    @Performs(Act.CORRECT_ALLEGATION)
    ResponseEntity<Void> correct(
            @PathVariable CaseId caseId,
            @PathVariable UUID allegationId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewAllegation allegation,
            Actor actor) {
        return changed(recordAllegation.correct(caseId, allegationId, allegation, version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/allegations/{allegationId}/state")
    @Performs(Act.MOVE_ALLEGATION)
    ResponseEntity<Void> move(
            @PathVariable CaseId caseId,
            @PathVariable UUID allegationId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewState move,
            Actor actor) {
        return changed(moveAllegation.move(caseId, allegationId, move.state(), move.reason(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/allegations/{allegationId}/screening")
    @Performs(Act.SCREEN_ALLEGATION)
    ResponseEntity<Void> screen(
            @PathVariable CaseId caseId,
            @PathVariable UUID allegationId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewScreening screening,
            Actor actor) {
        return changed(screenAllegation.screen(
                caseId,
                allegationId,
                screening.answers(),
                Optional.ofNullable(screening.clearOn()),
                version.value(),
                actor));
    }

    @PostMapping("/api/cases/{caseId}/referral")
    @Performs(Act.RECORD_REFERRAL)
    ResponseEntity<Added> refer(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewReferral referral,
            Actor actor) {
        return Added.answer(recordReferral.record(caseId, referral, version.value(), actor));
    }

    private static ResponseEntity<Void> changed(long version) {
        return ResponseEntity.noContent().eTag(new Version(version).toETag()).build();
    }

    record NewState(
            @NotNull AllegationState state,
            @NotBlank @Size(max = 4_000) String reason) {
        @Override
        public String toString() {
            return "NewState[hidden]";
        }
    }

    record NewScreening(
            @NotNull Map<@NotNull ScreeningQuestion, @NotNull Answer> answers,
            @Nullable LocalDate clearOn) {
        @Override
        public String toString() {
            return "NewScreening[hidden]";
        }
    }

    /**
     * What was added.
     *
     * @param id its id
     */
    record Added(UUID id) {
        static ResponseEntity<Added> answer(Told told) {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .eTag(new Version(told.version()).toETag())
                    .body(new Added(told.id()));
        }
    }
}
