package org.candour.access;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of this room.
 *
 * @param forcesFile the rule file of forces and other bodies
 * @param longestGrant no grant lasts longer
 * @param stepUpFor for how long a second factor is good, one minute to one hour
 */
@Validated
@ConfigurationProperties("candour.access")
record AccessSettings(
        @DefaultValue("config/forces.yml") Path forcesFile,
        @DefaultValue("P180D") Duration longestGrant,

        @DurationMin(minutes = 1) @DurationMax(hours = 1) @DefaultValue("10m")
        Duration stepUpFor) {}
