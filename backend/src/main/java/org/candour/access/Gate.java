package org.candour.access;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.candour.ledger.Entry;
import org.candour.ledger.Ledger;
import org.candour.ledger.Outcome;
import org.candour.ledger.Receipt;
import org.candour.ledger.StaleAggregate;
import org.springframework.stereotype.Component;

/**
 * The one place that decides. Each decision, either way, is durable on the ledger before this returns or throws, and if it
 * cannot be, the ledger's {@link org.candour.ledger.LedgerUnavailable} refuses instead.
 */
@Component
public class Gate {
    private final Ledger ledger;
    private final CaseRegister cases;
    private final Conflicts conflicts;
    private final AccessSettings settings;
    private final Clock clock;

    Gate(Ledger ledger, CaseRegister cases, Conflicts conflicts, AccessSettings settings, Clock clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.conflicts = conflicts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Admits an act that concerns no one case.
     *
     * @throws RoleMissing if no role in the token allows it
     * @throws StepUpNeeded if the act needs a recent second factor
     */
    public void admit(Actor actor, Act act) {
        admit(new Attempt(actor, act, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /**
     * Admits an act on a thing that hangs on no case.
     *
     * @param object the id that was asked for, whether it exists or not
     * @throws RoleMissing if no role in the token allows it
     * @throws StepUpNeeded if the act needs a recent second factor
     */
    public void admit(Actor actor, Act act, UUID object) {
        admit(new Attempt(actor, act, Optional.empty(), Optional.of(object), Optional.empty()));
    }

    private void admit(Attempt attempt) {
        if (!attempt.hasRole()) {
            ledger.append(attempt.refused(RefusalReason.ROLE));
            throw new RoleMissing(attempt.act());
        }
        requireProof(attempt);
        ledger.append(attempt.admitted());
    }

    /**
     * Records of each case that a list is about to show it to somebody whom {@link #admit(Actor, Act)} has admitted to the
     * list, and waits once for all of them: whoever is on a list learns of it as of any other opening.
     */
    public void shown(Actor actor, Act list, Collection<CaseId> cases) {
        ledger.appendAll(cases.stream()
                .map(id -> new Attempt(actor, list, Optional.of(id), Optional.of(id.value()), Optional.empty()))
                .map(Attempt::admitted)
                .toList());
    }

    /** Records of each thing that a list is about to show it, on the record of the case it hangs on, as {@link #shown}. */
    void shownThings(Actor actor, Act list, Collection<Standing> things) {
        ledger.appendAll(things.stream()
                .map(one -> new Attempt(
                        actor, list, Optional.of(one.caseId()), Optional.of(one.object()), Optional.empty()))
                .map(Attempt::admitted)
                .toList());
    }

    /**
     * Admits a new report under an id that nobody has used, and commits the ledger to it.
     *
     * @throws RoleMissing if no role in the token allows it
     */
    public Receipt admitSubmission(Actor actor, CaseId fresh, String commitment) {
        var attempt = new Attempt(
                actor, Act.SUBMIT_REPORT, Optional.of(fresh), Optional.of(fresh.value()), Optional.of(commitment));
        if (!attempt.hasRole()) {
            ledger.append(attempt.refused(RefusalReason.ROLE));
            throw new RoleMissing(Act.SUBMIT_REPORT);
        }
        return ledger.admit(attempt.admitted());
    }

    /**
     * Admits an act on a case.
     *
     * @throws NoSuchThing if the role, the relation or the case is missing, or a conflict stands
     * @throws StepUpNeeded if the role allows the act and it needs a recent second factor, whether there is such a case or not
     */
    public Receipt admit(Actor actor, Act act, CaseId caseId) {
        if (act.opensOwnKeys()) {
            throw new IllegalArgumentException(act + " is about a thing that hangs on a case");
        }
        var attempt = new Attempt(actor, act, Optional.of(caseId), Optional.of(caseId.value()), Optional.empty());
        requireProof(attempt);
        return decide(attempt, Optional.empty());
    }

    /**
     * Admits an act on a thing that hangs on a case.
     *
     * @param object the id that was asked for, whether it exists or not
     * @param standing what is known of it; empty if it does not exist
     * @throws NoSuchThing as for a case, and if it is not released to the actor's body where the act needs that
     * @throws StepUpNeeded as for a case
     */
    public Receipt admit(Actor actor, Act act, UUID object, Optional<Standing> standing) {
        var caseId = standing.map(Standing::caseId);
        // What is opened is either the thing's own copy or, to prepare it, the case: never both on one receipt.
        var isOwnCopy = act.opens().isEmpty() || act.opensOwnKeys();
        var opened = isOwnCopy ? object : caseId.map(CaseId::value).orElse(object);
        var attempt = new Attempt(
                actor, act, caseId.or(() -> Optional.of(new CaseId(object))), Optional.of(opened), Optional.empty());
        requireProof(attempt);
        // Asked first: the id of a case, tried as that of a disclosure, must not be admitted to the case.
        if (standing.isEmpty()) {
            throw refused(attempt, RefusalReason.ABSENT);
        }
        return decide(attempt, standing);
    }

    /** Before anything about a case is looked at, so that the challenge does not tell whether there is one. */
    private void requireProof(Attempt attempt) {
        if (attempt.hasRole()
                && attempt.act().needsSecondFactor()
                && !SecondFactor.isRecent(attempt.actor(), clock.instant(), settings.stepUpFor())) {
            ledger.append(attempt.refused(RefusalReason.STEP_UP));
            throw new StepUpNeeded(settings.stepUpFor());
        }
    }

    private Receipt decide(Attempt asked, Optional<Standing> standing) {
        var attempt = asked;
        while (true) {
            var access = access(attempt);
            attempt = attempt.inCase(access);
            var refusal = refusal(attempt, access, standing);
            if (refusal.isPresent()) {
                throw refused(attempt, refusal.get());
            }
            var receipt = ledger.admit(attempt.admitted());
            // By now this instance knows of every change recorded before the entry, also by others.
            if (access.filter(cases::isOvertaken).isEmpty()) {
                return receipt;
            }
        }
    }

    private Optional<CaseAccess> access(Attempt attempt) {
        try {
            return attempt.caseId().flatMap(cases::find);
        } catch (StaleAggregate e) {
            ledger.append(attempt.refused(RefusalReason.STALE));
            throw e;
        }
    }

    private NoSuchThing refused(Attempt attempt, RefusalReason reason) {
        ledger.append(attempt.refused(reason));
        return new NoSuchThing();
    }

    private Optional<RefusalReason> refusal(Attempt attempt, Optional<CaseAccess> access, Optional<Standing> standing) {
        if (access.isEmpty()) {
            return Optional.of(RefusalReason.ABSENT);
        }
        if (!attempt.hasRole()) {
            return Optional.of(RefusalReason.ROLE);
        }
        if (!isOwnersAct(attempt, access.get()) && conflicts.stands(attempt.actor(), access.get())) {
            return Optional.of(RefusalReason.CONFLICT);
        }
        if (!hasRelation(attempt, access.get(), standing)) {
            return Optional.of(RefusalReason.RELATION);
        }
        return hasConsent(attempt, access.get()) ? Optional.empty() : Optional.of(RefusalReason.CONSENT);
    }

    /** What is shown to another body needs the victim's permission at the moment it is read, and not only when it was sent. */
    private boolean hasConsent(Attempt attempt, CaseAccess access) {
        return attempt.act().relation() != Relation.AUDIENCE
                || attempt.actor()
                        .body()
                        .filter(body -> access.hasConsent(body, attempt.act().purpose(), clock.instant()))
                        .isPresent();
    }

    /** Victims are named in their own case, and that keeps nobody from what is theirs to do. */
    private static boolean isOwnersAct(Attempt attempt, CaseAccess access) {
        return (attempt.act().relation() == Relation.OWNER || attempt.act().relation() == Relation.PARTY)
                && access.isOwnedBy(attempt.actor())
                && attempt.actor().has(Role.VICTIM);
    }

    private boolean hasRelation(Attempt attempt, CaseAccess access, Optional<Standing> standing) {
        return switch (attempt.act().relation()) {
            case NONE -> true;
            case OWNER -> access.isOwnedBy(attempt.actor());
            case GRANT -> access.isGrantedTo(attempt.actor(), clock.instant());
            case PARTY -> isOwnersAct(attempt, access) || access.isGrantedTo(attempt.staff(), clock.instant());
            case PROPOSED -> access.people().concern(attempt.actor(), clock.instant());
            case TEAM -> attempt.actor().has(Role.COMMISSIONER) || access.isGrantedTo(attempt.actor(), clock.instant());
            case REQUESTER ->
                standing.flatMap(Standing::requester)
                        .filter(attempt.actor().id()::equals)
                        .isPresent();
            case AUDIENCE ->
                standing.flatMap(Standing::audience)
                        .filter(audience ->
                                Optional.of(audience).equals(attempt.actor().body()))
                        .isPresent();
        };
    }

    /** One attempt, before and after it is decided. */
    private record Attempt(
            Actor actor, Act act, Optional<CaseId> caseId, Optional<UUID> object, Optional<String> commitment) {
        /** Whoever is victim and staff is the one in their own case and the other in everybody else's. */
        Attempt inCase(Optional<CaseAccess> access) {
            var acting = access.map(found -> found.isOwnedBy(actor)).orElse(false)
                    ? actor.in(EnumSet.of(Role.VICTIM))
                    : staff();
            return act.relation() == Relation.PARTY && acting.roles().stream().anyMatch(act.roles()::contains)
                    ? new Attempt(acting, act, caseId, object, commitment)
                    : this;
        }

        /** The actor in the roles for the act that work on others' cases. */
        Actor staff() {
            var roles = act.roles();
            roles.remove(Role.VICTIM);
            return actor.in(roles);
        }

        boolean hasRole() {
            return role().isPresent();
        }

        private Optional<Role> role() {
            return act.roles().stream().filter(actor::has).findFirst();
        }

        Entry admitted() {
            return entry(act.opens(), Outcome.ADMITTED, Optional.empty());
        }

        Entry refused(RefusalReason reason) {
            return entry(Set.of(), Outcome.REFUSED, Optional.of(reason.name()));
        }

        private Entry entry(Set<Compartment> opened, Outcome outcome, Optional<String> reason) {
            return new Entry(
                    actor.id().value(),
                    role().or(() -> actor.roles().stream().sorted().findFirst())
                            .map(Role::name)
                            .orElse("NONE"),
                    actor.body().map(BodyId::value).orElse("UNKNOWN"),
                    act.name(),
                    caseId.map(CaseId::value),
                    object,
                    opened,
                    act.purpose().name(),
                    outcome,
                    reason,
                    commitment);
        }
    }
}
