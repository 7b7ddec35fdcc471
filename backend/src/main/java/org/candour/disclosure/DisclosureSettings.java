package org.candour.disclosure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this room.
 *
 * @param longestTerm no disclosure can be read for longer after its release
 */
@ConfigurationProperties("candour.disclosure")
record DisclosureSettings(@DefaultValue("P90D") Duration longestTerm) {}
