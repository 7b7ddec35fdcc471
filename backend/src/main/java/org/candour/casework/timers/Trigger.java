package org.candour.casework.timers;

/**
 * What may start or end a clock (DOMAIN 2.2 to 2.4). Where a duty runs from receipt, the trigger is the receipt; where the same
 * event starts a duty of one body and its passing-on the duty of another, those are two triggers.
 */
public enum Trigger {
    /** The crime was reported to the police. */
    CRIME_REPORTED,
    /** The police recorded the crime. */
    CRIME_RECORDED,
    /** The police decided not to investigate. */
    DECIDED_NOT_TO_INVESTIGATE,
    /** The suspect was arrested. */
    SUSPECT_ARRESTED,
    /** The suspect was interviewed under caution. */
    INTERVIEWED_UNDER_CAUTION,
    /** The suspect was released without charge. */
    RELEASED_WITHOUT_CHARGE,
    /** The suspect was released on bail. */
    RELEASED_ON_BAIL,
    /** The suspect was released under investigation. */
    RELEASED_UNDER_INVESTIGATION,
    /** Bail conditions were changed. */
    BAIL_CHANGED,
    /** Bail was cancelled. */
    BAIL_CANCELLED,
    /** The police decided not to prosecute. */
    POLICE_DECIDED_NOT_TO_PROSECUTE,
    /** The CPS decided not to charge. */
    CPS_DECIDED_NOT_TO_PROSECUTE,
    /** The CPS decided to stop the case. */
    CPS_STOPPED_CASE,
    /** The CPS decided to alter a charge substantially. */
    CPS_ALTERED_CHARGES,
    /** The suspect was charged, or is to be prosecuted. */
    CHARGED,
    /** The police received date, time and place of the first hearing. */
    POLICE_RECEIVED_FIRST_HEARING,
    /** Police and victim agreed how often and how to be in touch, or were in touch again. */
    CONTACT_MADE,
    /** A hearing was held: its outcome is known to the court. */
    HEARING_HELD,
    /** A bail hearing was held: its outcome is known to the court. */
    BAIL_HEARING_HELD,
    /** The Witness Care Unit received date, time and place of a hearing. */
    WCU_RECEIVED_HEARING,
    /** The Witness Care Unit received the outcome of a bail hearing. */
    WCU_RECEIVED_BAIL_OUTCOME,
    /** The Witness Care Unit received word of an arrest warrant, or of the outcome after re-arrest. */
    WCU_RECEIVED_WARRANT,
    /** The Witness Care Unit heard from the CPS that the victim must give evidence. */
    WCU_TOLD_OF_EVIDENCE,
    /** The case was decided: verdict or sentence is known to the court. */
    CASE_DECIDED,
    /** The Witness Care Unit received the outcome of the case. */
    WCU_RECEIVED_OUTCOME,
    /** Notice, hearing or result of an appeal to the Crown Court was received. */
    CROWN_COURT_APPEAL_RECEIVED,
    /** Notice, hearing or result of an appeal to the Court of Appeal was received. */
    COURT_OF_APPEAL_RECEIVED,
    /** A correct claim for witness expenses was received. */
    EXPENSES_CLAIMED,
    /** A sentence was passed. */
    SENTENCED,
    /** A sentence within the Victim Contact Scheme was passed: 12 months or more, or a hospital order. */
    SENTENCED_IN_CONTACT_SCHEME,
    /** The victim was referred to the Victim Contact Scheme. */
    REFERRED_TO_CONTACT_SCHEME,
    /** A provider received a complaint under the Code. */
    CODE_COMPLAINT_RECEIVED,
    /** The victim was told of a police decision that they may ask to have reviewed. */
    TOLD_OF_POLICE_DECISION,
    /** The victim asked the police for a review. */
    REVIEW_REQUESTED_OF_POLICE,
    /** The victim asked the CPS for a review. */
    REVIEW_REQUESTED_OF_CPS,
    /** The victim asked the CPS for an independent review after local resolution. */
    INDEPENDENT_REVIEW_REQUESTED_OF_CPS,
    /** It became clear to the appropriate authority that a matter must be referred to the IOPC. */
    MANDATORY_REFERRAL_CLEAR,
    /** The matter was referred to the IOPC. */
    REFERRED_TO_IOPC,
    /** A complaint about the police was made. */
    COMPLAINT_MADE,
    /** A conduct matter came to the authority's attention. */
    CONDUCT_MATTER_KNOWN,
    /** The investigation of a complaint or conduct matter ended. */
    INVESTIGATION_FINISHED,
    /** The date on the letter that tells a complainant the outcome. */
    OUTCOME_LETTER_DATED,
    /** The complainant's application for a review arrived. */
    COMPLAINT_REVIEW_ARRIVED,
    /** Notice of a misconduct meeting was given. */
    MISCONDUCT_MEETING_NOTICE,
    /** Notice of a misconduct hearing was given. */
    MISCONDUCT_HEARING_NOTICE,
    /** Notice of an accelerated misconduct hearing was given. */
    ACCELERATED_HEARING_NOTICE,
    /** The Chief Inspector received a super-complaint. */
    SUPER_COMPLAINT_RECEIVED,
    /** The Commissioner published a recommendation to a body. */
    RECOMMENDATION_PUBLISHED,
    /** The incident itself. */
    INCIDENT,
    /** The victim became 18, after a crime against them as a child had been reported while they were one. */
    CAME_OF_AGE_AFTER_REPORT,
    /** A crime against a child was first reported when the victim was an adult. */
    CHILDHOOD_CRIME_REPORTED_BY_ADULT,
    /** A claim for criminal injuries compensation was made. */
    COMPENSATION_CLAIMED,
    /** Disclosure under the Domestic Violence Disclosure Scheme was asked for. */
    DOMESTIC_VIOLENCE_DISCLOSURE_ASKED,
    /** Somebody asked for the personal data held about them. */
    SUBJECT_ACCESS_ASKED,
    /** A complaint about the use of personal data was received. */
    DATA_COMPLAINT_RECEIVED,
    /** Information was asked for under the Freedom of Information Act. */
    INFORMATION_ASKED,
    /** A personal-data breach became known to the controller. */
    DATA_BREACH_KNOWN,
    /** Third-party material about the victim was asked for. */
    THIRD_PARTY_MATERIAL_ASKED,
    /** A forced-marriage or FGM protection order was sealed. */
    PROTECTION_ORDER_SEALED
}
