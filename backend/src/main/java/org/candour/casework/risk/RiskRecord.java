package org.candour.casework.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.CaseId;
import org.candour.casework.VersionConflict;
import org.candour.casework.risk.AssessmentRefused.Reason;
import org.candour.vault.Opening;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** Every assessment of one case, and every incident after which there should be another. Nothing in it is ever changed. */
@Document("risk_assessments")
@TypeAlias("risk-record")
final class RiskRecord {
    static final int MAX_ASSESSMENTS = 500;
    static final int MAX_INCIDENTS = 500;
    static final int MAX_SEALED_BYTES = 4 * 1024 * 1024;

    @Id
    private final UUID id;

    private final List<Assessment> assessments;
    private final List<Incident> incidents;
    private @Nullable Review review;

    @Version
    private @Nullable Long version;

    @PersistenceCreator
    RiskRecord(
            UUID id,
            List<Assessment> assessments,
            List<Incident> incidents,
            @Nullable Review review,
            @Nullable Long version) {
        this.id = id;
        this.assessments = new ArrayList<>(assessments);
        this.incidents = new ArrayList<>(incidents);
        this.review = review;
        this.version = version;
    }

    static RiskRecord empty(CaseId id) {
        return new RiskRecord(id.value(), List.of(), List.of(), null, null);
    }

    /**
     * Adds an assessment, which is the review that was due, unless it is older than an incident: then what was due stays due.
     *
     * @param assessedOn the day the assessment was made
     * @param nextReview when the next one is
     * @throws AssessmentRefused if there is no room
     */
    void add(Assessment assessment, LocalDate assessedOn, Optional<LocalDate> nextReview) {
        long bytes = assessment.content().envelope().length
                + assessments.stream()
                        .mapToLong(known -> known.content().envelope().length)
                        .sum();
        if (assessments.size() >= MAX_ASSESSMENTS || bytes > MAX_SEALED_BYTES) {
            throw new AssessmentRefused("answers", Reason.FULL);
        }
        assessments.add(assessment);
        var isOld = incidents.stream().anyMatch(incident -> incident.latest().isAfter(assessedOn));
        var next = nextReview.map(day -> new Review(day, assessment.id()));
        review = isOld ? earlier(review, next) : next.orElse(null);
    }

    private static @Nullable Review earlier(@Nullable Review due, Optional<Review> next) {
        return next.filter(other -> due == null || other.dueOn().isBefore(due.dueOn()))
                .orElse(due);
    }

    /**
     * Adds an incident: the risk is to be looked at again at once (DOMAIN section 7), also where somebody has put a review off.
     *
     * @throws AssessmentRefused if there is no room
     */
    void add(Incident incident, LocalDate today) {
        if (incidents.size() >= MAX_INCIDENTS) {
            throw new AssessmentRefused("happenedOn", Reason.FULL);
        }
        incidents.add(incident);
        review = new Review(reviewDueOn().filter(today::isAfter).orElse(today), incident.id());
    }

    /** What stands by the last assessment. */
    Standing standing(Opening opening) {
        return assessments.stream()
                .reduce((earlier, later) -> later)
                .map(last -> opening.read(Assessment.field(last.id()), last.content()))
                .map(AssessmentContent::stands)
                .orElse(Standing.NONE);
    }

    /**
     * Makes sure that nobody has changed it since the caller read it.
     *
     * @throws VersionConflict if somebody has
     */
    void requireVersion(long expected) {
        if (version() != expected) {
            throw new VersionConflict(version());
        }
    }

    CaseId id() {
        return new CaseId(id);
    }

    /** Oldest first, by when they were recorded. */
    List<Assessment> assessments() {
        return List.copyOf(assessments);
    }

    List<Incident> incidents() {
        return List.copyOf(incidents);
    }

    /** When it is to be looked at again; empty if no day is set. */
    Optional<Review> review() {
        return Optional.ofNullable(review);
    }

    Optional<LocalDate> reviewDueOn() {
        return review().map(Review::dueOn);
    }

    /** 0 for one that nobody has written to. */
    long version() {
        return version == null ? 0 : version + 1;
    }
}
