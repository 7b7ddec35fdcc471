package org.candour.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the hardware that holds the root keys is. With it, the vault's passphrase is the PIN of the token's user.
 *
 * @param module the PKCS#11 library of its maker; without it the root keys are in a file
 * @param slot the id of the slot that its token is in
 */
@ConfigurationProperties("candour.vault.pkcs11")
record Pkcs11Settings(@Nullable Path module, long slot) {}
