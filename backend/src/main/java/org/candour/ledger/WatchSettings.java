package org.candour.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who watches the ledger, and when somebody is called.
 *
 * @param secondKeyFile the log's ML-DSA-44 key, encrypted as the first and with its passphrase; {@code ledger-second.pem}
 *     beside {@code ledger.pem} if not set
 * @param checkpointStore where checkpoints go instead of {@code checkpoint-directory}
 * @param witnesses who is asked to cosign each checkpoint
 * @param witnessWait how long a checkpoint or proof that somebody asks for waits for cosignatures
 * @param witnessQuorum how many witnesses a checkpoint needs before it counts as cosigned; 0: one, where there are any
 * @param alarmAfter for how long a checkpoint or its cosignature may be overdue
 * @param monitorEvery how often the next thousand entries are compared with what was signed
 * @param uri a connection of the ledger's own, whose user can insert and find only; the common one if not set
 * @param signsCheckpoints whether this instance signs and watches the log by itself, or leaves both to the others
 */
@Validated
@ConfigurationProperties("candour.ledger")
record WatchSettings(
        @Nullable Path secondKeyFile,
        @Nullable @Valid S3Settings checkpointStore,
        @DefaultValue @NotNull List<@Valid WitnessSettings> witnesses,
        @DefaultValue("1s") @NotNull Duration witnessWait,
        @DefaultValue("0") @Min(0) @Max(64) int witnessQuorum,
        @DefaultValue("5m") @NotNull Duration alarmAfter,
        @DefaultValue("1s") @NotNull Duration monitorEvery,
        @Nullable String uri,
        @DefaultValue("true") boolean signsCheckpoints) {
    /**
     * A witness.
     *
     * @param url its submission prefix (C2SP tlog-witness), without a slash at the end
     * @param verifierKey its verifier keys, one or more, all of its name
     */
    record WitnessSettings(@NotNull URI url, @NotEmpty List<String> verifierKey) {
        @Override
        public String toString() {
            return "WitnessSettings[" + url + "]";
        }
    }

    static WatchSettings none() {
        return new WatchSettings(
                null,
                null,
                List.of(),
                Duration.ofSeconds(1),
                0,
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                null,
                true);
    }

    @AssertTrue(message = "witness-quorum must not exceed the witnesses")
    boolean isQuorumInReach() {
        return witnessQuorum <= witnesses.size();
    }

    @AssertTrue(message = "monitor-every and alarm-after must be longer than nothing, witness-wait not shorter")
    boolean isTimePositive() {
        return monitorEvery.toMillis() > 0 && alarmAfter.toMillis() > 0 && !witnessWait.isNegative();
    }

    /** How many witnesses must have cosigned; 0 if there are none to ask. */
    int needed() {
        return Math.min(witnesses.size(), Math.max(1, witnessQuorum));
    }

    @Override
    public String toString() {
        return "WatchSettings[witnesses=" + witnesses + "]"; // an address may hold a password
    }
}
