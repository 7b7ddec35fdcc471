/**
 * The keys: envelopes, compartments, root key, recipients' key pairs, blind indexes. The only way to a plaintext, and only
 * against a receipt. It never holds a plaintext longer than the call that asked for it.
 */
@NullMarked
@ApplicationModule(displayName = "Vault", allowedDependencies = "ledger")
package org.candour.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
