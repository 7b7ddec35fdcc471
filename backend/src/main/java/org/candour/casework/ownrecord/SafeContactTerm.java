package org.candour.casework.ownrecord;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** For how long a safe-contact record counts before the victim must be asked again. */
@Component
class SafeContactTerm {
    /** Days are those of England and Wales. */
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final OwnRecordSettings settings;
    private final Clock clock;

    SafeContactTerm(OwnRecordSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate today() {
        return dayOf(clock.instant());
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first day on which the victim must have been asked again. */
    LocalDate expiresOn(LocalDate confirmedOn) {
        return confirmedOn.plusDays(settings.safeContactTerm().toDays());
    }

    SafeContactView view(long version, LocalDate confirmedOn, List<SafeChannel> channels) {
        var expiresOn = expiresOn(confirmedOn);
        return new SafeContactView(version, confirmedOn, expiresOn, !today().isBefore(expiresOn), channels);
    }
}
