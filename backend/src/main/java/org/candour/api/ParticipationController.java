package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.ownrecord.ChangeParticipation;
import org.candour.casework.ownrecord.Participation;
import org.candour.casework.ownrecord.ParticipationView;
import org.candour.casework.ownrecord.ViewParticipation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether a victim takes part in the work on their case, and what happens next if they pause or withdraw. */
@RestController
class ParticipationController {
    private final ChangeParticipation changeParticipation;
    private final ViewParticipation viewParticipation;
    private final MessageSource messages;

    ParticipationController(
            ChangeParticipation changeParticipation, ViewParticipation viewParticipation, MessageSource messages) {
        this.changeParticipation = changeParticipation;
        this.viewParticipation = viewParticipation;
        this.messages = messages;
    }

    @GetMapping("/api/cases/{caseId}/participation")
    @Performs(Act.VIEW_PARTICIPATION)
    ParticipationPage view(@PathVariable CaseId caseId, Actor actor, Locale locale) {
        return page(viewParticipation.view(caseId, actor), locale);
    }

    @PostMapping("/api/cases/{caseId}/participation")
    @Performs(Act.CHANGE_PARTICIPATION)
    ParticipationPage change(
            @PathVariable CaseId caseId, @Valid @RequestBody NewParticipation change, Actor actor, Locale locale) {
        return page(changeParticipation.change(caseId, change.participation(), actor), locale);
    }

    private ParticipationPage page(ParticipationView view, Locale locale) {
        return new ParticipationPage(
                view.participation(),
                view.since(),
                messages.getMessage("participation." + view.participation(), new Object[0], locale),
                new TreeSet<>(view.participation().next()),
                view.history());
    }

    record NewParticipation(@NotNull Participation participation) {}

    /**
     * Whether the victim takes part.
     *
     * @param since since when; missing if they always did
     * @param whatHappensNext in plain words, as the victim may read them
     * @param next where the victim may go from here
     * @param history each change, oldest first
     */
    record ParticipationPage(
            Participation participation,
            @Nullable Instant since,
            String whatHappensNext,
            Set<Participation> next,
            List<ParticipationView.Change> history) {}
}
