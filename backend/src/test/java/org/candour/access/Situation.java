package org.candour.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How somebody may stand to a case, each brought about as it would be in earnest. */
enum Situation {
    OWN("their own case, in which they are named"),
    OTHERS("another's case"),
    GRANTED("granted"),
    GRANT_ENDS_NOW("granted until this instant"),
    GRANT_LATER("granted from the next instant on"),
    GRANT_OTHER_ROLE("granted in another role"),
    ASKED("asked to take it, and has not answered"),
    ASKED_BEFORE("asked to take it, and it is too late to answer"),
    ASKED_IN_EMERGENCY("asked to see it in an emergency"),
    RELEASED("released to their body"),
    RELEASED_ELSEWHERE("released to another body"),
    RELEASED_BEFORE("released to their body, and expired"),
    NO_CONSENT("released to their body, and the victim was never asked"),
    CONSENT_ENDS_NOW("released to their body, with consent until this instant"),
    CONSENT_LATER("released to their body, with consent from the next instant on"),
    CONSENT_OTHER_PURPOSE("released to their body, with consent for another purpose"),
    CONSENT_ELSEWHERE("released to their body, with consent for another body"),
    CONSENT_WITHDRAWN("released to their body, and the consent was withdrawn"),
    CONFLICT_BY_FORCE("granted and released: they serve in the accused's force"),
    CONFLICT_BY_UNKNOWN_FORCE("granted and released: a force, and the accused's is unknown"),
    CONFLICT_BY_UNLISTED_BODY("granted and released: no listed body, and the accused's force is unknown"),
    UNKNOWN_FORCE("granted and released: no force, and the accused's is unknown"),
    CONFLICT_BY_NAME("granted and released: they bear an accused's name"),
    EXCLUDED_BODY("granted and released: the victim has excluded their body"),
    EXCLUDED_PERSON("granted and released: the victim has excluded them"),
    NO_BODY("granted and released: their token names no body"),
    ABSENT("no such case or disclosure");

    private static final String NAME = "Robin Rule";

    final String words;

    Situation(String words) {
        this.words = words;
    }

    /** Somebody who stands so to a case, and what they would try to reach. */
    record Stage(Actor actor, CaseId caseId, Optional<BodyId> audience) {}

    Stage play(TestAccess access, Role... roles) {
        var actor = access.actor(body(), NAME, roles);
        var owner = this == OWN ? actor : access.victim();
        var caseId = this == ABSENT ? CaseId.next() : access.entered(owner, forces(), excludedBodies(), people());
        grant(access, caseId, actor, roles.length == 0 ? Role.ADVOCATE : roles[0]);
        actor.body().ifPresent(body -> consent(access, caseId, body));
        return new Stage(actor, caseId, audience(actor));
    }

    private Optional<BodyId> body() {
        return switch (this) {
            case NO_BODY -> Optional.empty();
            case CONFLICT_BY_FORCE, CONFLICT_BY_UNKNOWN_FORCE -> Optional.of(BodyId.of("westmarch"));
            case CONFLICT_BY_UNLISTED_BODY -> Optional.of(BodyId.of("nobody-knows-us"));
            default -> Optional.of(BodyId.of("iopc"));
        };
    }

    private List<String> forces() {
        return switch (this) {
            case CONFLICT_BY_FORCE -> List.of("Northfield Police", "WESTMARCH  police");
            case CONFLICT_BY_UNKNOWN_FORCE, CONFLICT_BY_UNLISTED_BODY, UNKNOWN_FORCE -> List.of("UNKNOWN");
            default -> List.of("Westmarch Constabulary");
        };
    }

    private List<String> excludedBodies() {
        return this == EXCLUDED_BODY ? List.of("Independent Office for Police Conduct") : List.of();
    }

    private List<String> people() {
        return switch (this) {
            case OWN, CONFLICT_BY_NAME, EXCLUDED_PERSON -> List.of("Somebody Else", "RULE, Robin");
            default -> List.of("Somebody Else");
        };
    }

    private void grant(TestAccess access, CaseId caseId, Actor actor, Role role) {
        var now = access.clock.instant();
        var day = Duration.ofDays(1);
        switch (this) {
            case OWN,
                    OTHERS,
                    ASKED_IN_EMERGENCY,
                    RELEASED,
                    RELEASED_ELSEWHERE,
                    RELEASED_BEFORE,
                    NO_CONSENT,
                    CONSENT_ENDS_NOW,
                    CONSENT_LATER,
                    CONSENT_OTHER_PURPOSE,
                    CONSENT_ELSEWHERE,
                    CONSENT_WITHDRAWN,
                    ABSENT -> {}
            case ASKED -> access.ask(caseId, actor, now.plusMillis(1));
            case ASKED_BEFORE -> access.ask(caseId, actor, now);
            case GRANT_ENDS_NOW -> access.grant(caseId, actor, role, now.minus(day), now);
            case GRANT_LATER -> access.grant(caseId, actor, role, now.plusMillis(1), now.plus(day));
            case GRANT_OTHER_ROLE -> access.grant(caseId, actor, other(role), now, now.plus(day));
            default -> access.grant(caseId, actor, role, now, now.plus(day));
        }
    }

    private void consent(TestAccess access, CaseId caseId, BodyId body) {
        var now = access.clock.instant();
        var day = Duration.ofDays(1);
        switch (this) {
            case NO_CONSENT, ABSENT -> {}
            case CONSENT_ENDS_NOW -> access.consent(caseId, body, Purpose.INVESTIGATION, now.minus(day), now);
            case CONSENT_LATER -> access.consent(caseId, body, Purpose.INVESTIGATION, now.plusMillis(1), now.plus(day));
            case CONSENT_OTHER_PURPOSE -> access.consent(caseId, body, Purpose.SUPPORT, now, now.plus(day));
            case CONSENT_ELSEWHERE -> access.consent(caseId, BodyId.of("northfield"));
            case CONSENT_WITHDRAWN ->
                access.consents.withdraw(caseId, access.consent(caseId, body).id());
            default -> access.consent(caseId, body);
        }
    }

    /** Whoever is in conflict has also asked to see it in an emergency. */
    Optional<ActorId> requester(Stage stage) {
        return switch (this) {
            case ASKED_IN_EMERGENCY,
                    CONFLICT_BY_FORCE,
                    CONFLICT_BY_UNKNOWN_FORCE,
                    CONFLICT_BY_UNLISTED_BODY,
                    UNKNOWN_FORCE,
                    CONFLICT_BY_NAME,
                    EXCLUDED_BODY,
                    EXCLUDED_PERSON,
                    NO_BODY -> Optional.of(stage.actor().id());
            default -> Optional.empty();
        };
    }

    private static Role other(Role role) {
        return role == Role.ADVOCATE ? Role.INVESTIGATOR : Role.ADVOCATE;
    }

    private Optional<BodyId> audience(Actor actor) {
        return switch (this) {
            case OWN,
                    OTHERS,
                    GRANTED,
                    GRANT_ENDS_NOW,
                    GRANT_LATER,
                    GRANT_OTHER_ROLE,
                    ASKED,
                    ASKED_BEFORE,
                    ASKED_IN_EMERGENCY,
                    RELEASED_BEFORE,
                    ABSENT -> Optional.empty();
            case RELEASED_ELSEWHERE -> Optional.of(BodyId.of("northfield"));
            case NO_BODY -> Optional.of(BodyId.of("iopc"));
            default -> actor.body();
        };
    }
}
