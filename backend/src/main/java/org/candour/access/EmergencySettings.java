package org.candour.access;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How emergency access is bounded: minutes, not days.
 *
 * @param usual how long it lasts unless the request says otherwise
 * @param longest no emergency access lasts longer
 * @param decideWithin a request that nobody has decided by then lapses
 * @param longestHoldBack for no longer is it held back from the victim
 */
@Validated
@ConfigurationProperties("candour.access.emergency")
record EmergencySettings(
        @DurationMin(minutes = 1) @DurationMax(hours = 4) @DefaultValue("30m")
        Duration usual,

        @DurationMin(minutes = 1) @DurationMax(hours = 4) @DefaultValue("4h")
        Duration longest,

        @DurationMin(minutes = 5) @DurationMax(hours = 12) @DefaultValue("1h")
        Duration decideWithin,

        @DurationMin(days = 1) @DurationMax(days = 365) @DefaultValue("P90D")
        Duration longestHoldBack) {}
