package org.candour.casework.timers;

/** Which limits of the Victims' Code hold. Until somebody has assessed otherwise it is {@link #ENHANCED} (DOMAIN 2.1). */
public enum Tier {
    /** What every victim is owed. */
    STANDARD,
    /** What victims of the most serious crime, and vulnerable, intimidated or persistently targeted victims are owed. */
    ENHANCED
}
