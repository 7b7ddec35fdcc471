package org.candour.ledger;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where checkpoints go instead of a directory.
 *
 * @param endpoint the store's address, without the bucket
 * @param prefix before each name; empty, or ending in a slash
 * @param accessKey the id of the key; it should allow to put, get and list in this bucket, and nothing else
 * @param secretKeyFile the file that holds its secret, on the first line
 */
record S3Settings(
        @NotNull URI endpoint,
        @NotNull @Pattern(regexp = "[a-z0-9.-]{3,63}") String bucket,
        @NotNull @DefaultValue("us-east-1") String region,

        @NotNull @DefaultValue("") @Pattern(regexp = "([A-Za-z0-9._-]+/)*")
        String prefix,

        @NotNull String accessKey,
        @NotNull Path secretKeyFile) {
    /** @throws IllegalStateException if the file cannot be read or is empty */
    String readSecretKey() {
        try (var lines = Files.lines(secretKeyFile)) {
            return lines.findFirst()
                    .filter(line -> !line.isBlank())
                    .orElseThrow(() -> new IllegalStateException("The file of the store's key is empty"));
        } catch (IOException e) {
            throw new IllegalStateException("The file of the store's key cannot be read: " + secretKeyFile, e);
        }
    }
}
