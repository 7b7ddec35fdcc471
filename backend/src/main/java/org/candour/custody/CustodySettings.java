package org.candour.custody;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of this room.
 *
 * @param settle how long a new public key is known before the old one is closed. Processes that share the key directory know it
 *     at once; a front door with a directory of its own must be given the new public halves meanwhile, or it answers 503 until it is
 */
@Validated
@ConfigurationProperties("candour.custody")
record CustodySettings(@DefaultValue("1m") @NotNull Duration settle) {}
