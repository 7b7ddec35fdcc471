package org.candour.vault;

import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * A token of a PKCS#11 module, such as a hardware security module, through the JDK's SunPKCS11. AES-256 keys are made on it,
 * marked sensitive and not extractable, and never leave it; they seal with AES-GCM on the token.
 */
final class Token {
    private final Path module;
    private final long slot;
    private final Supplier<char[]> pin;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Provider provider;

    /** @param pin asked at each login; the array it gives is overwritten */
    Token(Path module, long slot, Supplier<char[]> pin) {
        this.module = module;
        this.slot = slot;
        this.pin = pin;
    }

    /** What is done with the token while somebody is logged in. */
    private interface Work<T> {
        T on(KeyStore keys) throws GeneralSecurityException;
    }

    /** The labels of all keys on it. */
    List<String> labels() {
        return with(keys -> Collections.list(keys.aliases()));
    }

    /** Makes a key and keeps it under {@code label}. */
    void generate(String label) {
        with(keys -> {
            var generator = KeyGenerator.getInstance("AES", keys.getProvider());
            generator.init(WipedKey.AES_256_BYTES * Byte.SIZE);
            keys.setKeyEntry(label, generator.generateKey(), null, null);
            return label;
        });
    }

    /** The handle of a key; empty if there is none of that label. */
    Optional<SecretKey> find(String label) {
        return with(keys -> keys.getKey(label, null) instanceof SecretKey key ? Optional.of(key) : Optional.empty());
    }

    /** Destroys a key, if it is there. */
    void delete(String label) {
        with(keys -> {
            if (keys.containsAlias(label)) {
                keys.deleteEntry(label);
            }
            return label;
        });
    }

    /** As {@link AesGcm#wrap}, on the token. */
    byte[] wrap(SecretKey key, byte[] associatedData, byte[] plaintext) {
        var nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, key, nonce, associatedData, plaintext);
        var wrapped = Arrays.copyOf(nonce, AesGcm.NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, wrapped, AesGcm.NONCE_BYTES, sealed.length);
        return wrapped;
    }

    /** The reverse of {@link #wrap}. */
    byte[] unwrap(SecretKey key, byte[] associatedData, byte[] wrapped) {
        if (wrapped.length < AesGcm.NONCE_BYTES + AesGcm.TAG_BYTES) {
            throw new KeyUnavailable("Too short to be wrapped by a root key");
        }
        var nonce = Arrays.copyOf(wrapped, AesGcm.NONCE_BYTES);
        var sealed = Arrays.copyOfRange(wrapped, AesGcm.NONCE_BYTES, wrapped.length);
        return run(Cipher.DECRYPT_MODE, key, nonce, associatedData, sealed);
    }

    private byte[] run(int mode, SecretKey key, byte[] nonce, byte[] associatedData, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding", provider());
            cipher.init(mode, key, new GCMParameterSpec(AesGcm.TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new KeyUnavailable("The token did not do it, or this was not wrapped by that root key", e);
        }
    }

    /** Ends the session of this process with the token. */
    void logOut() {
        try {
            if (provider() instanceof AuthProvider session) {
                session.logout();
            }
        } catch (LoginException e) {
            throw new KeyUnavailable("The token's session could not be ended", e);
        }
    }

    private <T> T with(Work<T> work) {
        var chars = pin.get();
        try {
            var keys = KeyStore.getInstance("PKCS11", provider());
            keys.load(null, chars);
            return work.on(keys);
        } catch (GeneralSecurityException | java.io.IOException | ProviderException e) {
            throw new KeyUnavailable("The token in slot " + slot + " does not answer, or its PIN is wrong", e);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private synchronized Provider provider() {
        var known = provider;
        if (known == null) {
            known = start();
            provider = known;
        }
        return known;
    }

    private Provider start() {
        // an argument that begins with two hyphens is the configuration itself, not the name of a file with it
        var configuration = """
                --name = Candour%d
                library = %s
                slot = %d
                attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                }
                """.formatted(slot, module, slot);
        try {
            return Security.getProvider("SunPKCS11").configure(configuration);
        } catch (RuntimeException e) { // a missing module, a slot without a token, and whatever else it says
            throw new KeyUnavailable("The PKCS#11 module has no token in slot " + slot, e);
        }
    }
}
