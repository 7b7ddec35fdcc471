package org.candour.casework.risk;

/** Why a case should be put before a multi-agency risk assessment conference (MARAC, DOMAIN section 7). Any one is enough. */
public enum MaracPrompt {
    PROFESSIONAL_JUDGEMENT,
    SCORE,
    ESCALATION,
    /** The grade that stands is high, however it came about: all such cases belong there. */
    HIGH_RISK
}
