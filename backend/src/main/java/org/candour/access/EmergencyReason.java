package org.candour.access;

import org.candour.ledger.Compartment;
import org.candour.vault.Field;

/** Why, in the words of whoever asked or decided; sealed under the request's own key, which opens nothing of the case. */
record EmergencyReason(String text) {
    static final Field<EmergencyReason> ASKED =
            new Field<>(Compartment.WORK, "emergency.asked", EmergencyReason.class, 1);
    static final Field<EmergencyReason> HELD_BACK =
            new Field<>(Compartment.WORK, "emergency.held-back", EmergencyReason.class, 1);

    @Override
    public String toString() {
        return "EmergencyReason[hidden]";
    }
}
