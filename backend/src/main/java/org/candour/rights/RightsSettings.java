package org.candour.rights;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this room.
 *
 * @param longestConsent no consent holds for longer before the victim is asked again
 */
@ConfigurationProperties("candour.rights")
record RightsSettings(@DefaultValue("P365D") Duration longestConsent) {}
