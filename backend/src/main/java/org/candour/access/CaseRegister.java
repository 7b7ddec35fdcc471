package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candour.ledger.Aggregates;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Which case is whose, who holds a grant on it, and who must never come near: what the gate decides from. */
@Component
public class CaseRegister {
    private static final int MAX_ATTEMPTS = 20;

    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final Conflicts conflicts;
    private final Bodies bodies;
    private final Clock clock;

    CaseRegister(MongoOperations mongo, Aggregates aggregates, Conflicts conflicts, Bodies bodies, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.conflicts = conflicts;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Enters a new case. */
    public void enter(CaseId id, ActorId owner, ConflictMarks marks) {
        mongo.insert(new CaseAccess(id, owner, marks));
    }

    /**
     * The marks of a conflict with people and bodies named in a report.
     *
     * @param forces the forces of the accused, as written; one that is not recognised counts as unknown
     * @param excludedBodies bodies the victim has excluded, as written; one that is not recognised counts as unknown too
     * @param people everyone named, and everyone the victim has excluded
     */
    public ConflictMarks marks(
            Collection<String> forces, Collection<String> excludedBodies, Collection<String> people) {
        var bodyTokens = new HashSet<String>();
        var isBodyUnknown = false;
        for (var written :
                Stream.concat(forces.stream(), excludedBodies.stream()).toList()) {
            var recognised = bodies.recognise(written);
            recognised.map(Body::id).map(conflicts::token).ifPresent(bodyTokens::add);
            isBodyUnknown |= recognised.isEmpty();
        }
        var nameTokens = new HashSet<String>();
        people.forEach(name -> conflicts.nameToken(name).ifPresent(nameTokens::add));
        return new ConflictMarks(bodyTokens, nameTokens, isBodyUnknown);
    }

    /** The actor's own cases, newest first. */
    public List<CaseId> ownedBy(Actor actor, Optional<CaseId> before, int limit) {
        return page(where("owner").is(actor.id().value()), before, limit);
    }

    /** Whether a case is the actor's own; from a caller who was admitted to it. */
    public boolean isOwnedBy(CaseId id, Actor actor) {
        return find(id).filter(access -> access.isOwnedBy(actor)).isPresent();
    }

    /** Those of the cases on which the actor holds a live grant and no conflict stands. */
    public Set<CaseId> grantedAmong(Collection<CaseId> ids, Actor actor) {
        return ids.stream()
                .filter(id -> find(id).filter(access -> access.isGrantedTo(actor, clock.instant()))
                        .filter(access -> !conflicts.stands(actor, access))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /**
     * Keeps what lists show of a case, in step with what is written of it: call it together with that write
     * ({@link Aggregates#together}), and again whenever it may have been lost. Says nothing of a case that nobody has entered.
     */
    public void describe(CaseId id, UnaryOperator<Facts> facts) {
        if (find(id).isPresent()) {
            change(id, access -> access.with(facts.apply(access.facts())));
        }
    }

    /** Those of some cases in which no conflict of the actor stands. */
    public Set<CaseId> withoutConflict(Collection<CaseId> ids, Actor actor) {
        var among = where("_id").in(ids.stream().map(CaseId::value).toList());
        return Set.copyOf(page(
                new Criteria().andOperator(among, conflicts.noneFor(actor)),
                Optional.empty(),
                Math.max(ids.size(), 1)));
    }

    /** Those of some things, in their order, on whose case no conflict of the actor stands. */
    <T> List<T> withoutConflict(List<T> things, Function<T, CaseId> caseOf, Actor actor) {
        var open = withoutConflict(things.stream().map(caseOf).toList(), actor);
        return things.stream().filter(one -> open.contains(caseOf.apply(one))).toList();
    }

    /** What lists know of some cases; those are missing that nobody has entered. */
    public Map<CaseId, Facts> factsOf(Collection<CaseId> ids) {
        var query = new Query(where("_id").in(ids.stream().map(CaseId::value).toList()));
        query.fields().include("facts");
        return mongo.query(CaseAccess.class).as(Described.class).matching(query).all().stream()
                .collect(Collectors.toMap(found -> new CaseId(found.id()), Described::known));
    }

    private record Described(UUID id, @Nullable Facts facts) {
        Facts known() {
            return facts == null ? Facts.NONE : facts;
        }
    }

    /** Whether a copy of the case may go to a body: one that is known here, and in which no conflict stands. */
    public boolean mayReceive(CaseId id, BodyId body) {
        return bodies.find(body).isPresent()
                && find(id).filter(access -> !conflicts.stands(body, access.marks()))
                        .isPresent();
    }

    private List<CaseId> page(Criteria criteria, Optional<CaseId> before, int limit) {
        var older = before.map(CaseId::value).map(id -> where("_id").lt(id)).orElseGet(Criteria::new);
        var query = new Query(new Criteria().andOperator(criteria, older))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(limit);
        query.fields().include("_id");
        return mongo.find(query, org.bson.Document.class, "case_access").stream()
                .map(document -> new CaseId(document.get("_id", UUID.class)))
                .toList();
    }

    Optional<CaseAccess> find(CaseId id) {
        return aggregates.find(CaseAccess.class, id.value());
    }

    /** Whether somebody has changed it since it was loaded, as far as this instance has read the ledger. */
    boolean isOvertaken(CaseAccess access) {
        return aggregates.isOvertaken(CaseAccess.class, access.id().value(), access.version());
    }

    /**
     * Changes who may come near a case, anew if somebody else did so at the same moment. What stays as it is, is not written.
     *
     * @return what is stored now
     * @throws NoSuchThing if there is no such case
     */
    CaseAccess change(CaseId id, UnaryOperator<CaseAccess> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                var before = find(id).orElseThrow(NoSuchThing::new);
                var after = change.apply(before);
                return after == before ? before : mongo.save(after);
            } catch (OptimisticLockingFailureException overtaken) {
                if (attempt == MAX_ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }
}
