package org.candour.casework.proceedings;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this part.
 *
 * @param outcomesFile the rule file of categories, standards and outcomes
 * @param followUpAfter for how long an outcome may be unknown before somebody must ask
 */
@ConfigurationProperties("candour.casework.proceedings")
record ProceedingsSettings(
        @DefaultValue("config/outcomes.yml") Path outcomesFile,
        @DefaultValue("P28D") Duration followUpAfter) {}
