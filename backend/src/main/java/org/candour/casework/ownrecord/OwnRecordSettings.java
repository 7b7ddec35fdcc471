package org.candour.casework.ownrecord;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this part of casework.
 *
 * @param safeContactTerm how long after it was confirmed a safe-contact record counts, in whole days
 */
@ConfigurationProperties("candour.own-record")
record OwnRecordSettings(@DefaultValue("P90D") Duration safeContactTerm) {}
