package org.candour.casework.risk;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this part.
 *
 * @param directory where {@code tools.yml} and {@code marac.yml} lie
 */
@ConfigurationProperties("candour.casework.risk")
record RiskSettings(@DefaultValue("config/risk") Path directory) {}
