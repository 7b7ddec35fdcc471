package org.candour.casework.proceedings;

import java.util.Optional;
import org.candour.casework.timers.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What may happen on a track: where it leads, and which clocks it starts or ends (DOMAIN sections 2.2, 2.3 and 3.3). A step that
 * leads nowhere may happen at any time.
 */
public enum Step {
    REPORTED_TO_POLICE(CriminalState.REPORTED, Trigger.CRIME_REPORTED),
    CRIME_RECORDED(CriminalState.RECORDED, Trigger.CRIME_RECORDED),
    INVESTIGATION_BEGUN(CriminalState.UNDER_INVESTIGATION, null),
    SUSPECT_ARRESTED(CriminalState.UNDER_INVESTIGATION, Trigger.SUSPECT_ARRESTED),
    INTERVIEWED_UNDER_CAUTION(CriminalState.UNDER_INVESTIGATION, Trigger.INTERVIEWED_UNDER_CAUTION),
    RELEASED_WITHOUT_CHARGE(CriminalState.UNDER_INVESTIGATION, Trigger.RELEASED_WITHOUT_CHARGE),
    RELEASED_ON_BAIL(CriminalState.UNDER_INVESTIGATION, Trigger.RELEASED_ON_BAIL),
    RELEASED_UNDER_INVESTIGATION(CriminalState.UNDER_INVESTIGATION, Trigger.RELEASED_UNDER_INVESTIGATION),
    BAIL_CHANGED(Track.CRIMINAL, Trigger.BAIL_CHANGED),
    BAIL_CANCELLED(Track.CRIMINAL, Trigger.BAIL_CANCELLED),
    SENT_TO_PROSECUTOR(CriminalState.WITH_PROSECUTOR, null),
    DECIDED_NOT_TO_INVESTIGATE(CriminalState.NO_FURTHER_ACTION, Trigger.DECIDED_NOT_TO_INVESTIGATE),
    /** Follows from an outcome code; which clock it starts depends on who decided. */
    DECIDED_NOT_TO_PROSECUTE(CriminalState.NO_FURTHER_ACTION, null),
    CPS_STOPPED_CASE(CriminalState.NO_FURTHER_ACTION, Trigger.CPS_STOPPED_CASE),
    CHARGED(CriminalState.CHARGED, Trigger.CHARGED),
    CHARGES_ALTERED(CriminalState.CHARGED, Trigger.CPS_ALTERED_CHARGES),
    FIRST_HEARING_KNOWN_TO_POLICE(CriminalState.IN_COURT, Trigger.POLICE_RECEIVED_FIRST_HEARING),
    HEARING_KNOWN_TO_WITNESS_CARE(CriminalState.IN_COURT, Trigger.WCU_RECEIVED_HEARING),
    HEARING_HELD(CriminalState.IN_COURT, Trigger.HEARING_HELD),
    BAIL_HEARING_HELD(CriminalState.IN_COURT, Trigger.BAIL_HEARING_HELD),
    BAIL_OUTCOME_KNOWN_TO_WITNESS_CARE(CriminalState.IN_COURT, Trigger.WCU_RECEIVED_BAIL_OUTCOME),
    WARRANT_KNOWN_TO_WITNESS_CARE(CriminalState.IN_COURT, Trigger.WCU_RECEIVED_WARRANT),
    VICTIM_MUST_GIVE_EVIDENCE(CriminalState.IN_COURT, Trigger.WCU_TOLD_OF_EVIDENCE),
    DISPOSED_OUT_OF_COURT(CriminalState.CONCLUDED, null),
    /** Ended without anybody having decided for or against: the suspect died, or another body took it over. */
    CRIMINAL_CLOSED(CriminalState.CONCLUDED, null),
    CASE_DECIDED(CriminalState.CONCLUDED, Trigger.CASE_DECIDED),
    OUTCOME_KNOWN_TO_WITNESS_CARE(Track.CRIMINAL, Trigger.WCU_RECEIVED_OUTCOME),
    SENTENCED(Track.CRIMINAL, Trigger.SENTENCED),
    SENTENCED_IN_CONTACT_SCHEME(Track.CRIMINAL, Trigger.SENTENCED_IN_CONTACT_SCHEME),
    CROWN_COURT_APPEAL(CriminalState.UNDER_APPEAL, Trigger.CROWN_COURT_APPEAL_RECEIVED),
    COURT_OF_APPEAL_APPEAL(CriminalState.UNDER_APPEAL, Trigger.COURT_OF_APPEAL_RECEIVED),
    VICTIM_TOLD_OF_POLICE_DECISION(Track.CRIMINAL, Trigger.TOLD_OF_POLICE_DECISION),
    REVIEW_REQUESTED_OF_POLICE(CriminalState.UNDER_REVIEW, Trigger.REVIEW_REQUESTED_OF_POLICE),
    REVIEW_REQUESTED_OF_CPS(CriminalState.UNDER_REVIEW, Trigger.REVIEW_REQUESTED_OF_CPS),
    INDEPENDENT_REVIEW_REQUESTED_OF_CPS(CriminalState.UNDER_REVIEW, Trigger.INDEPENDENT_REVIEW_REQUESTED_OF_CPS),
    INVESTIGATION_REOPENED(CriminalState.UNDER_INVESTIGATION, null),
    VICTIM_WITHDREW_SUPPORT(CriminalState.WITHDRAWN, null),

    COMPLAINT_MADE(MisconductState.COMPLAINED, Trigger.COMPLAINT_MADE),
    COMPLAINT_RECORDED(MisconductState.RECORDED, null),
    CONDUCT_MATTER_RECORDED(MisconductState.RECORDED, Trigger.CONDUCT_MATTER_KNOWN),
    MODE_DECIDED(Track.MISCONDUCT, null),
    SEVERITY_ASSESSED(MisconductState.UNDER_INVESTIGATION, null),
    NOTICE_TO_OFFICER(MisconductState.UNDER_INVESTIGATION, null),
    MISCONDUCT_INVESTIGATION_BEGUN(MisconductState.UNDER_INVESTIGATION, null),
    MISCONDUCT_INVESTIGATION_FINISHED(MisconductState.REPORT_WRITTEN, Trigger.INVESTIGATION_FINISHED),
    CASE_TO_ANSWER_FOUND(MisconductState.CASE_TO_ANSWER, null),
    /** Follows from an outcome. */
    NO_MISCONDUCT_ACTION(MisconductState.NO_FURTHER_ACTION, null),
    MEETING_NOTIFIED(MisconductState.IN_PROCEEDINGS, Trigger.MISCONDUCT_MEETING_NOTICE),
    HEARING_NOTIFIED(MisconductState.IN_PROCEEDINGS, Trigger.MISCONDUCT_HEARING_NOTICE),
    ACCELERATED_HEARING_NOTIFIED(MisconductState.IN_PROCEEDINGS, Trigger.ACCELERATED_HEARING_NOTICE),
    /** Follows from an outcome. */
    MISCONDUCT_CONCLUDED(MisconductState.CONCLUDED, null),
    OUTCOME_LETTER(Track.MISCONDUCT, Trigger.OUTCOME_LETTER_DATED),
    COMPLAINT_REVIEW_ARRIVED(MisconductState.UNDER_REVIEW, Trigger.COMPLAINT_REVIEW_ARRIVED),
    MISCONDUCT_REOPENED(MisconductState.UNDER_INVESTIGATION, null),
    COMPLAINT_WITHDRAWN(MisconductState.WITHDRAWN, null),

    SERVES(EmploymentState.SERVING, null),
    RESTRICTED(EmploymentState.RESTRICTED, null),
    SUSPENDED(EmploymentState.SUSPENDED, null),
    VETTING_WITHDRAWN(EmploymentState.VETTING_WITHDRAWN, null),
    VETTING_DECIDED(Track.EMPLOYMENT, null),
    TRANSFERRED(EmploymentState.TRANSFERRED, null),
    RESIGNED(EmploymentState.RESIGNED, null),
    RETIRED(EmploymentState.RETIRED, null),
    DISMISSED(EmploymentState.DISMISSED, null),
    DIED(EmploymentState.DECEASED, null),

    FAMILY_APPLICATION_MADE(FamilyCourtState.APPLIED, null),
    FAMILY_HEARING_LISTED(FamilyCourtState.LISTED, null),
    FINDING_MADE(FamilyCourtState.FINDING_MADE, null),
    ORDER_MADE(FamilyCourtState.ORDER_IN_FORCE, null),
    ORDER_VARIED(FamilyCourtState.ORDER_IN_FORCE, null),
    ORDER_ENDED(FamilyCourtState.ORDER_ENDED, null),
    APPLICATION_REFUSED(FamilyCourtState.REFUSED, null),
    FAMILY_APPEAL(FamilyCourtState.UNDER_APPEAL, null),
    APPLICATION_WITHDRAWN(FamilyCourtState.WITHDRAWN, null),

    /** Somebody asked, and the outcome is not known. */
    CRIMINAL_OUTCOME_UNKNOWN(Track.CRIMINAL, null),
    /** Somebody asked, and the outcome is not known. */
    MISCONDUCT_OUTCOME_UNKNOWN(Track.MISCONDUCT, null),
    /** Somebody asked, and nobody could say. */
    EMPLOYMENT_UNKNOWN(EmploymentState.UNKNOWN, null),
    /** Somebody asked, and the outcome is not known. */
    FAMILY_OUTCOME_UNKNOWN(Track.FAMILY_COURT, null);

    private final Track track;

    @SuppressWarnings("ImmutableEnumChecker") // all states are enums
    private final @Nullable TrackState to;

    private final @Nullable Trigger trigger;

    Step(Track track, @Nullable Trigger trigger) {
        this.track = track;
        this.to = null;
        this.trigger = trigger;
    }

    Step(TrackState to, @Nullable Trigger trigger) {
        this.track = to.track();
        this.to = to;
        this.trigger = trigger;
    }

    /** The track it happens on. */
    public Track track() {
        return track;
    }

    /** Where it leads; empty if the track stays where it is. */
    public Optional<TrackState> to() {
        return Optional.ofNullable(to);
    }

    /** The clocks it starts or ends. */
    public Optional<Trigger> trigger() {
        return Optional.ofNullable(trigger);
    }

    /** Steps that are themselves decisions not to act, and so need a reason, a decision-maker and a day. */
    boolean isDecisionNotToAct() {
        return this == DECIDED_NOT_TO_INVESTIGATE
                || this == DECIDED_NOT_TO_PROSECUTE
                || this == CPS_STOPPED_CASE
                || this == NO_MISCONDUCT_ACTION;
    }

    /** Steps that only an outcome with its code may bring. */
    boolean isOfOutcome() {
        return this == DECIDED_NOT_TO_PROSECUTE
                || this == NO_MISCONDUCT_ACTION
                || this == CRIMINAL_CLOSED
                || this == MISCONDUCT_CONCLUDED
                || this == CRIMINAL_OUTCOME_UNKNOWN
                || this == MISCONDUCT_OUTCOME_UNKNOWN
                || this == EMPLOYMENT_UNKNOWN
                || this == FAMILY_OUTCOME_UNKNOWN;
    }

    static Step unknown(Track track) {
        return switch (track) {
            case CRIMINAL -> CRIMINAL_OUTCOME_UNKNOWN;
            case MISCONDUCT -> MISCONDUCT_OUTCOME_UNKNOWN;
            case EMPLOYMENT -> EMPLOYMENT_UNKNOWN;
            case FAMILY_COURT -> FAMILY_OUTCOME_UNKNOWN;
        };
    }
}
