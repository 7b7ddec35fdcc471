package org.candour.casework;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.NoSuchThing;
import org.candour.intake.ReportSubmitted;
import org.candour.ledger.Aggregates;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The case files. */
@Repository
class CaseFiles {
    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final CaseRegister register;
    private final Clock clock;

    CaseFiles(MongoOperations mongo, Aggregates aggregates, CaseRegister register, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.register = register;
        this.clock = clock;
    }

    /** Opens the case file of a report; if it is open, only makes sure that lists show it. */
    @EventListener
    void on(ReportSubmitted submitted) {
        var opened = CaseFile.opened(submitted.caseId(), submitted.reference(), submitted.at());
        try {
            mongo.insert(opened);
            describe(opened, submitted.at());
        } catch (DuplicateKeyException isOpen) { // an event may come twice
            describe(get(submitted.caseId()), submitted.at());
        }
    }

    Optional<CaseFile> find(CaseId id) {
        return aggregates.find(CaseFile.class, id.value());
    }

    /**
     * The file of a case that the gate has admitted to.
     *
     * @throws NoSuchThing if it is not open yet
     */
    CaseFile get(CaseId id) {
        return find(id).orElseThrow(NoSuchThing::new);
    }

    /**
     * Saves a changed file, and with it what lists show of the case.
     *
     * @throws VersionConflict if somebody has saved it since it was loaded
     */
    CaseFile save(CaseFile file) {
        try {
            aggregates.together(() -> describe(mongo.save(file), clock.instant()));
            return file;
        } catch (OptimisticLockingFailureException stale) {
            throw new VersionConflict(get(file.id()).version());
        }
    }

    /** Has the lists show what a saved file says. */
    void describe(CaseFile file, Instant at) {
        register.describe(
                file.id(),
                facts -> facts.inFile(file.reference(), file.status().name(), file.since(), file.version(), at));
    }

    /** A page of all files by their ids, in ascending order, as far as lists show them: for {@link DescribeAgain}. */
    List<Line> lines(Optional<CaseId> after, int limit) {
        var query = Query.query(
                        after.map(CaseId::value).map(id -> where("_id").gt(id)).orElseGet(Criteria::new))
                .with(Sort.by("_id"))
                .limit(limit);
        query.fields().include("version");
        return mongo.query(CaseFile.class).as(Line.class).matching(query).all();
    }

    /** What a comparison needs; notes are not even loaded. */
    record Line(UUID id, long version) {}
}
