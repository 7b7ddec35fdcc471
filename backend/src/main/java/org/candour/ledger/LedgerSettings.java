package org.candour.ledger;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the ledger.
 *
 * @param origin the name of the log, on every checkpoint, such as {@code candour.example/ledger}; never changes for a log
 * @param keyFile the log's Ed25519 key, as encrypted PKCS#8 in PEM; made at the first start, on an empty log only. Who has
 *     it and its passphrase can sign another history. Instances of one log share one key
 * @param passphrase what {@code keyFile} is encrypted with; no default
 * @param passphraseFile the file that holds the passphrase instead, on its first line
 * @param checkpointDirectory where each checkpoint is also put, one file a size: best a disk that forgets nothing and that
 *     the database's administrator cannot write to. Without it they could rewrite the whole log unnoticed
 * @param checkpointEvery how often a log that has grown is signed
 * @param maxWait ({@code candour.ledger.wait}) how long a request waits for its entry to be durable
 * @param queue how many entries may wait; one more is refused at once
 */
@Validated
@ConfigurationProperties("candour.ledger")
record LedgerSettings(
        @NotNull @Size(max = 200) @Pattern(regexp = "[^\\s+\\p{Cntrl}]+", message = "must have no space and no plus")
        String origin,

        @NotNull Path keyFile,
        @Nullable String passphrase,
        @Nullable Path passphraseFile,
        @NotNull Path checkpointDirectory,
        @DefaultValue("5s") @NotNull Duration checkpointEvery,
        @Name("wait") @DefaultValue("5s") @NotNull Duration maxWait,
        @DefaultValue("4096") @Min(1) @Max(100_000) int queue) {
    static final int MIN_PASSPHRASE = 12;

    @AssertTrue(message = "exactly one of passphrase and passphrase-file is needed")
    boolean isOnePassphraseGiven() {
        return (passphrase == null) != (passphraseFile == null);
    }

    @AssertTrue(message = "checkpoint-every and wait must be longer than nothing")
    boolean isTimePositive() {
        return checkpointEvery.toMillis() > 0 && maxWait.toMillis() > 0;
    }

    /** Where the second key lies unless a setting says otherwise: {@code ledger-second.pem} beside {@code ledger.pem}. */
    Path besideKeyFile() {
        var name = keyFile.getFileName().toString();
        int dot = name.lastIndexOf('.');
        var second = dot < 0 ? name + "-second" : name.substring(0, dot) + "-second" + name.substring(dot);
        return keyFile.resolveSibling(second);
    }

    /** @throws IllegalStateException if there is none, it is too short, or its file cannot be read */
    char[] readPassphrase() {
        var given = passphrase != null ? passphrase : firstLine(passphraseFile);
        if (given.length() < MIN_PASSPHRASE) {
            throw new IllegalStateException("The passphrase of the ledger's key must have 12 characters or more");
        }
        return given.toCharArray();
    }

    private static String firstLine(@Nullable Path file) {
        if (file == null) {
            throw new IllegalStateException("candour.ledger.passphrase or .passphrase-file must be set");
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new IllegalStateException("The ledger's passphrase file cannot be read: " + file, e);
        }
    }

    @Override
    public String toString() {
        return "LedgerSettings[origin=" + origin + ", keyFile=" + keyFile + "]";
    }
}
