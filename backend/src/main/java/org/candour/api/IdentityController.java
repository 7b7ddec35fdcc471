package org.candour.api;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.ViewIdentity;
import org.candour.intake.Identity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who the victim is, apart from the rest of the case. */
@RestController
class IdentityController {
    private final ViewIdentity viewIdentity;

    IdentityController(ViewIdentity viewIdentity) {
        this.viewIdentity = viewIdentity;
    }

    @GetMapping("/api/cases/{caseId}/identity")
    @Performs(Act.VIEW_IDENTITY)
    Identity identity(@PathVariable CaseId caseId, Actor actor) {
        return viewIdentity.view(caseId, actor);
    }
}
