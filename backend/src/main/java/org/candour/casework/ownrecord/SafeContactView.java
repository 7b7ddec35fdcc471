package org.candour.casework.ownrecord;

import java.time.LocalDate;
import java.util.List;

/**
 * How the victim may safely be reached, opened.
 *
 * @param version for the next change; 0 is what the report said
 * @param confirmedOn when the victim last said that it is right
 * @param expiresOn the first day on which it must have been asked again
 * @param isExpired whether that day has come
 */
public record SafeContactView(
        long version, LocalDate confirmedOn, LocalDate expiresOn, boolean isExpired, List<SafeChannel> channels) {
    @Override
    public String toString() {
        return "SafeContactView[hidden]";
    }
}
