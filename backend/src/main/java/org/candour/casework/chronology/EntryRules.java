package org.candour.casework.chronology;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import org.candour.access.Bodies;
import org.candour.access.Body;
import org.candour.access.BodyId;
import org.candour.casework.chronology.EntryRefused.Reason;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an entry must hold to be taken. */
@Component
class EntryRules {
    /** What stands in place of a body that nobody knows. */
    static final String UNKNOWN = "UNKNOWN";

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Bodies bodies;
    private final Clock clock;

    EntryRules(Bodies bodies, Clock clock) {
        this.bodies = bodies;
        this.clock = clock;
    }

    /** @throws EntryRefused at the first rule that is broken */
    void check(EntryDraft draft) {
        checkNotFuture("happenedOn", draft.happenedOn());
        checkFields(draft.kind(), draft.particulars());
        var seen = new HashSet<String>();
        for (int i = 0; i < draft.knownBy().size(); i++) {
            var knownBy = draft.knownBy().get(i);
            var field = "knownBy[" + i + "].";
            checkKnown(field, draft.happenedOn(), knownBy);
            if (!seen.add(knownBy.body())) {
                throw new EntryRefused(field + "body", Reason.TWICE);
            }
        }
    }

    /**
     * Checks one statement of knowledge.
     *
     * @param field what stands before {@code body} and {@code on} where it was sent
     * @throws EntryRefused if the body is not listed, or the date cannot be
     */
    void checkKnown(String field, FactDate happenedOn, EntryDraft.KnownBy knownBy) {
        checkBody(field + "body", knownBy.body());
        checkNotFuture(field + "on", knownBy.on());
        var known = knownBy.on().latest();
        if (known.isPresent()
                && happenedOn.earliest().filter(known.get()::isBefore).isPresent()) {
            throw new EntryRefused(field + "on", Reason.BEFORE_IT_HAPPENED);
        }
    }

    /** @throws EntryRefused unless it is listed or {@code UNKNOWN} */
    void checkBody(String field, String body) {
        if (!body.equals(UNKNOWN) && !isListed(body)) {
            throw new EntryRefused(field, Reason.BODY_NOT_LISTED);
        }
    }

    private boolean isListed(String body) {
        return bodies.all().stream().map(Body::id).map(BodyId::value).anyMatch(body::equals);
    }

    private void checkFields(EntryKind kind, Particulars particulars) {
        var isContact = kind == EntryKind.CONTACT_WITH_AUTHORITIES;
        var isDecided = kind == EntryKind.VETTING_KNOWLEDGE || kind == EntryKind.ADVERSE_INFORMATION_RECEIVED;
        requireIf(kind.needsBody(), "body", particulars.body());
        if (particulars.body() != null) {
            checkBody("body", particulars.body());
        }
        requireIf(isContact, "contact", particulars.contact());
        requireIf(isContact, "actionTaken", particulars.actionTaken());
        requireIf(isDecided, "response", particulars.response());
        refuseIf(!isContact, "contact", particulars.contact());
        refuseIf(!isContact, "actionTaken", particulars.actionTaken());
    }

    private static void requireIf(boolean isAsked, String field, @Nullable Object value) {
        if (isAsked && value == null) {
            throw new EntryRefused(field, Reason.MISSING);
        }
    }

    private static void refuseIf(boolean isForeign, String field, @Nullable Object value) {
        if (isForeign && value != null) {
            throw new EntryRefused(field, Reason.NOT_OF_THIS_KIND);
        }
    }

    private void checkNotFuture(String field, FactDate date) {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (date.latest().filter(today::isBefore).isPresent()) {
            throw new EntryRefused(field, Reason.IN_THE_FUTURE);
        }
    }
}
