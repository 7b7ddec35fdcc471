package org.candour.access;

/**
 * Why somebody is asked, says no, or leaves. Codes alone: whoever may not open the words of a case adds none to it, and a
 * sentence about a person would have to be sealed.
 */
public enum AssignmentReason {
    /** Nobody supports the victim yet. */
    NO_ADVOCATE_YET,
    /** The present advocate has too much to do, or the one who is asked has. */
    WORKLOAD,
    /** The case needs knowledge that somebody else has. */
    SPECIALISM,
    /** The victim is better understood by somebody else: language, culture, a disability. */
    COMMUNICATION,
    /** The victim asked for it. */
    VICTIM_ASKED,
    /** Somebody is away for some time. */
    ABSENCE,
    /** Somebody leaves their post. */
    LEAVING,
    /** Somebody has told of a conflict of interest that could not be computed. */
    CONFLICT_DECLARED,
    /** It is safer so. */
    SAFETY,
    /** The work is done. */
    WORK_DONE,
    /** It was asked by mistake. */
    MISTAKE,
    /** None of these. */
    OTHER
}
