package org.candour.casework.proceedings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candour.casework.timers.WorkingDays;

/** When something is wrong (DOMAIN sections 3.5 and 8, C12, C15 and C16). */
final class AlarmRules {
    private final Vocabulary vocabulary;
    private final ReferralRules referral;
    private final Duration followUpAfter;

    /** @param followUpAfter for how long an outcome may be unknown before somebody must ask */
    AlarmRules(Vocabulary vocabulary, ReferralRules referral, Duration followUpAfter) {
        this.vocabulary = vocabulary;
        this.referral = referral;
        this.followUpAfter = followUpAfter;
    }

    /** All alarms there are now, also those that somebody has closed. */
    List<Alarm> find(Proceedings proceedings, Instant now) {
        return proceedings.allegations().stream()
                .flatMap(allegation -> find(proceedings, allegation, now))
                .sorted(Comparator.comparing(Alarm::since).thenComparing(Alarm::id))
                .toList();
    }

    /** Those that nobody has closed. */
    List<Alarm> up(Proceedings proceedings, Instant now) {
        return find(proceedings, now).stream()
                .filter(alarm -> !alarm.isClosed())
                .toList();
    }

    private Stream<Alarm> find(Proceedings proceedings, Allegation allegation, Instant now) {
        var found = new ArrayList<Alarm>();
        crimeReferenceMissing(proceedings, allegation)
                .ifPresent(
                        since -> found.add(alarm(AlarmKind.CRIME_REFERENCE_MISSING, proceedings, allegation, since)));
        referral.missingSince(proceedings, allegation)
                .ifPresent(since -> found.add(alarm(AlarmKind.REFERRAL_MISSING, proceedings, allegation, since)));
        misconductTrackMissing(proceedings, allegation)
                .ifPresent(
                        since -> found.add(alarm(AlarmKind.MISCONDUCT_TRACK_MISSING, proceedings, allegation, since)));
        for (var track : Track.values()) {
            kindOf(track)
                    .ifPresent(kind -> outcomeUnknown(track, proceedings, allegation)
                            .filter(due -> !due.isAfter(now))
                            .ifPresent(due -> found.add(alarm(kind, proceedings, allegation, due))));
        }
        return found.stream();
    }

    private static Optional<AlarmKind> kindOf(Track track) {
        return switch (track) {
            case CRIMINAL -> Optional.of(AlarmKind.CRIMINAL_OUTCOME_UNKNOWN);
            case MISCONDUCT -> Optional.of(AlarmKind.MISCONDUCT_OUTCOME_UNKNOWN);
            case EMPLOYMENT -> Optional.of(AlarmKind.EMPLOYMENT_UNKNOWN);
            case FAMILY_COURT -> Optional.empty(); // most cases have none
        };
    }

    private static Alarm alarm(AlarmKind kind, Proceedings proceedings, Allegation allegation, Instant since) {
        var id = new AlarmId(kind, allegation.id()).toString();
        var isClosed = proceedings.closings().stream()
                .anyMatch(closing ->
                        closing.alarm().equals(id) && !closing.recordedAt().isBefore(since));
        return new Alarm(id, kind, allegation.id(), since, isClosed);
    }

    private Optional<Instant> crimeReferenceMissing(Proceedings proceedings, Allegation allegation) {
        var hasReference = proceedings.history().on(Track.CRIMINAL, allegation.id()).stream()
                .anyMatch(TrackEntry::hasCrimeReference);
        return hasReference ? Optional.empty() : criminalSince(allegation);
    }

    private Optional<Instant> misconductTrackMissing(Proceedings proceedings, Allegation allegation) {
        var history = proceedings.history();
        if (begun(history, Track.MISCONDUCT, allegation).isPresent()) {
            return Optional.empty();
        }
        var begun = begun(history, Track.CRIMINAL, allegation);
        return Stream.concat(criminalSince(allegation).stream(), begun.stream()).min(Comparator.naturalOrder());
    }

    /** Since when a track is known to have begun: that somebody asked in vain says nothing of it. */
    private static Optional<Instant> begun(TrackHistory history, Track track, Allegation allegation) {
        return history.on(track, allegation.id()).stream()
                .filter(entry -> entry.step().to().isPresent())
                .map(TrackEntry::recordedAt)
                .min(Comparator.naturalOrder());
    }

    /** Since when it is on file that the conduct is criminal on its face: what the advocate says wins over the category. */
    private Optional<Instant> criminalSince(Allegation allegation) {
        var said = allegation.codes().criminal();
        var byCategory = vocabulary
                .find(allegation.codes().category())
                .map(Scheme.Entry::criminal)
                .orElse(false);
        if (said == Answer.YES || (said == Answer.UNKNOWN && byCategory)) {
            return Optional.of(allegation.current().recordedAt());
        }
        return allegation.screening().filter(Screening::saysCriminal).map(Screening::recordedAt);
    }

    /** From when on it is too long that nobody knows. */
    private Optional<Instant> outcomeUnknown(Track track, Proceedings proceedings, Allegation allegation) {
        var history = proceedings.history();
        var isKnown = track == Track.EMPLOYMENT
                ? history.state(track, allegation.id()) != EmploymentState.UNKNOWN
                : history.outcome(track, allegation.id())
                        .filter(outcome -> !outcome.isUnknownOutcome())
                        .isPresent();
        return isKnown
                ? Optional.empty()
                : Optional.of(lastAsked(history, track, allegation).plus(followUpAfter));
    }

    private static Instant lastAsked(TrackHistory history, Track track, Allegation allegation) {
        return history.on(track, allegation.id()).stream()
                .map(AlarmRules::askedAt)
                .max(Comparator.naturalOrder())
                .orElse(allegation.recordedAt());
    }

    private static Instant askedAt(TrackEntry entry) {
        return Optional.ofNullable(entry.facts().lastVerifiedOn())
                .map(day -> day.atStartOfDay(WorkingDays.LONDON).toInstant())
                .orElse(entry.recordedAt());
    }
}
