package org.candour.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The realm roles of DESIGN section 2. A role opens nothing by itself. */
public enum Role {
    VICTIM,
    ADVOCATE,
    INVESTIGATOR,
    COMMISSIONER,
    AUDITOR,
    KEY_CUSTODIAN,
    COURT_FEED,
    ROSTER_FEED;

    /** The name of the role in Keycloak, such as {@code key-custodian}. */
    public String realmRole() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> ofRealmRole(String realmRole) {
        return Arrays.stream(values())
                .filter(role -> role.realmRole().equals(realmRole))
                .findFirst();
    }
}
