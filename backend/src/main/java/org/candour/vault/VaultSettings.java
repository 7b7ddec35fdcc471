package org.candour.vault;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the keys are and what opens their store.
 *
 * @param directory holds the keystore and the recipients' key pairs; made at the first start. Back it up, apart from the database
 * @param passphrase of the keystore, at least {@value #LEAST_PASSPHRASE} characters; this or {@code passphraseFile}
 * @param passphraseFile whose first line is the passphrase
 * @param cacheFor how long what a decapsulation gave is kept at most: a moment to {@value #MOST_MINUTES_CACHED} minutes
 * @param cacheSize how many of them at most, of some 1.5 KiB each; 0 keeps none
 */
@Validated
@ConfigurationProperties("candour.vault")
record VaultSettings(
        @NotNull Path directory,
        @Nullable String passphrase,
        @Nullable Path passphraseFile,
        @DefaultValue("2m") Duration cacheFor,
        @DefaultValue("1000") @PositiveOrZero int cacheSize) {
    static final int LEAST_PASSPHRASE = 12;
    static final int MOST_MINUTES_CACHED = 10;

    @ConstructorBinding
    VaultSettings {
        if ((passphrase == null) == (passphraseFile == null)) {
            throw new IllegalArgumentException(
                    "Set one of candour.vault.passphrase and candour.vault.passphrase-file, which have no default");
        }
        if (passphrase != null && passphrase.length() < LEAST_PASSPHRASE) {
            throw new IllegalArgumentException(
                    "candour.vault.passphrase must have at least " + LEAST_PASSPHRASE + " characters");
        }
        if (cacheFor.isNegative() || cacheFor.compareTo(Duration.ofMinutes(MOST_MINUTES_CACHED)) > 0) {
            throw new IllegalArgumentException(
                    "candour.vault.cache-for must not be over " + MOST_MINUTES_CACHED + " minutes");
        }
    }

    /** With a cache of the usual size. */
    VaultSettings(Path directory, @Nullable String passphrase, @Nullable Path passphraseFile) {
        this(directory, passphrase, passphraseFile, Duration.ofMinutes(2), 1000);
    }

    /** @throws KeyUnavailable if its file cannot be read or holds too little */
    char[] readPassphrase() {
        if (passphrase != null) {
            return passphrase.toCharArray();
        }
        try (var reader = Files.newBufferedReader(Objects.requireNonNull(passphraseFile))) {
            var first = reader.readLine();
            if (first == null || first.length() < LEAST_PASSPHRASE) {
                throw new KeyUnavailable("The passphrase in its file is shorter than " + LEAST_PASSPHRASE);
            }
            return first.toCharArray();
        } catch (IOException e) {
            throw new KeyUnavailable("The file of the key store's passphrase cannot be read", e);
        }
    }

    /** Changes when the passphrase's file does. */
    Optional<FileMark> passphraseMark() {
        return Optional.ofNullable(passphraseFile).flatMap(FileMark::of);
    }

    @Override
    public String toString() {
        return "VaultSettings[directory=" + directory + "]";
    }
}
