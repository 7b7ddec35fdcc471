package org.candour.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.candour.benchmarks.Compared;
import org.candour.ledger.Compartment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A field of 4 KiB, its case's key unwrapped: JSON, key derivation, commitment and AES against the JDK's bare AES-GCM. */
@State(Scope.Thread)
public class FieldBenchmark {
    private static final Field<Words> FIELD = new Field<>(Compartment.ACCOUNT, "words", Words.class, 1);

    private final SecureRandom random = new SecureRandom();
    private final Words words = new Words("a word or two ".repeat(293).substring(0, 4096));
    private final HeldKeys keys = new HeldKeys(
            UUID.randomUUID(),
            Set.of(Compartment.ACCOUNT),
            List.of(DataKey.create(Compartment.ACCOUNT, random)),
            random);
    private final Sealed<Words> sealed = keys.seal(FIELD, words);
    private final SecretKey bareKey = new SecretKeySpec(new byte[32], "AES");
    private final byte[] plaintext = words.text().getBytes(StandardCharsets.UTF_8);
    private final byte[] bareSealed = bareSeal();
    private long nonce;

    /** What a field holds. */
    public record Words(String text) {}

    /** Seals as {@link Sealing} does. */
    @Benchmark
    @Compared(what = "seal a field of 4 KiB, against AES-GCM alone", with = "bareSeal", atMost = 5)
    public Sealed<Words> seal() {
        return keys.seal(FIELD, words);
    }

    /** Opens as {@link Opening} does. */
    @Benchmark
    @Compared(what = "open a field of 4 KiB, against AES-GCM alone", with = "bareOpen", atMost = 5)
    public Words open() {
        return keys.read(FIELD, sealed);
    }

    /** AES-256-GCM by the JDK, each time under another nonce. */
    @Benchmark
    public final byte[] bareSeal() {
        return bare(Cipher.ENCRYPT_MODE, ++nonce, plaintext);
    }

    /** The reverse. */
    @Benchmark
    public byte[] bareOpen() {
        return bare(Cipher.DECRYPT_MODE, 1, bareSealed);
    }

    private byte[] bare(int mode, long nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var bytes = ByteBuffer.allocate(12).putLong(nonce).array();
            cipher.init(mode, bareKey, new GCMParameterSpec(128, bytes));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
