package org.candour.benchmarks;

import static org.candour.ledger.TestReceipts.receipt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.candour.ledger.Compartment;
import org.candour.vault.FileField;
import org.candour.vault.Opening;
import org.candour.vault.Recipient;
import org.candour.vault.TestVault;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;

/** Sealing and opening a file, against the JDK's AES-GCM alone in pieces of the same 16 KiB. One operation is one MiB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // start() sets the fields, as the framework calls it first
public class ChunkedStreamBenchmark {
    private static final int MEBIBYTES = 4;
    private static final int PIECE = 16 * 1024;
    private static final int TAG = 16;
    private static final int PIECES = MEBIBYTES * 64;

    private final FileField field = new FileField(Compartment.FILES, "benchmark", UUID.randomUUID(), 1);
    private final byte[] plaintext = new byte[MEBIBYTES << 20];
    private final byte[] rawSealed = new byte[PIECES * (PIECE + TAG)];
    private final byte[] opened = new byte[PIECE];
    private final SecretKeySpec rawKey = new SecretKeySpec(new byte[32], "AES");
    private long nonces;
    private Path directory;
    private TestVault vault;
    private Opening opening;
    private byte[] sealed;
    private Cipher cipher;

    @Setup(Level.Trial)
    public void start() throws IOException, GeneralSecurityException {
        directory = Files.createTempDirectory("candour-benchmark");
        vault = TestVault.withKeys(directory);
        var object = UUID.randomUUID();
        vault.sealer().create(object, Set.of(Compartment.FILES)).close();
        opening = vault.vault().open(receipt(object, Compartment.FILES), Recipient.CASE_SERVICE);
        var out = new ByteArrayOutputStream();
        seal(out);
        sealed = out.toByteArray();
        cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        rawSeal();
    }

    @TearDown(Level.Trial)
    public void stop() throws IOException {
        opening.close();
        vault.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    @Benchmark
    @OperationsPerInvocation(MEBIBYTES)
    @Compared(what = "seal a MiB of a file, against AES-GCM alone in 16 KiB pieces", with = "rawSeal", atMost = 1 / 0.6)
    public void sealFile() throws IOException {
        seal(OutputStream.nullOutputStream());
    }

    @Benchmark
    @OperationsPerInvocation(MEBIBYTES)
    @Compared(what = "open a MiB of a file, against AES-GCM alone in 16 KiB pieces", with = "rawOpen", atMost = 1 / 0.6)
    public long openFile() throws IOException {
        try (var reading = opening.read(field, new ByteArrayInputStream(sealed))) {
            var bytes = 0L;
            for (var read = reading.read(opened); read >= 0; read = reading.read(opened)) {
                bytes += read;
            }
            return bytes;
        }
    }

    @Benchmark
    @OperationsPerInvocation(MEBIBYTES)
    public byte[] rawSeal() throws GeneralSecurityException {
        nonces += PIECES;
        for (var piece = 0; piece < PIECES; piece++) {
            cipher.init(Cipher.ENCRYPT_MODE, rawKey, nonce(nonces + piece));
            cipher.doFinal(plaintext, piece * PIECE, PIECE, rawSealed, piece * (PIECE + TAG));
        }
        return rawSealed;
    }

    @Benchmark
    @OperationsPerInvocation(MEBIBYTES)
    public byte[] rawOpen() throws GeneralSecurityException {
        for (var piece = 0; piece < PIECES; piece++) {
            cipher.init(Cipher.DECRYPT_MODE, rawKey, nonce(nonces + piece));
            cipher.doFinal(rawSealed, piece * (PIECE + TAG), PIECE + TAG, opened, 0);
        }
        return opened;
    }

    private void seal(OutputStream out) throws IOException {
        try (var writing = opening.seal(field, out)) {
            writing.write(plaintext);
            writing.finish();
        }
    }

    private static GCMParameterSpec nonce(long number) {
        return new GCMParameterSpec(
                TAG * Byte.SIZE, ByteBuffer.allocate(12).putLong(4, number).array());
    }
}
