package org.candour.disclosure;

/**
 * The victim has added to the account, or to how they may be reached, since the copy was begun: it looked for fewer names and
 * numbers than are known now. It is to be begun again. Nothing was stored.
 */
public final class DisclosureOutdated extends RuntimeException {
    DisclosureOutdated(DisclosureId id) {
        super("The victim has added to what the disclosure " + id.value() + " was made from");
    }
}
