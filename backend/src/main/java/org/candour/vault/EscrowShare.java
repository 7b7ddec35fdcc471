package org.candour.vault;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One custodian's share of the secret of a {@link KeyEscrow}. Its file is encrypted PKCS#8 in PEM (RFC 5958): PBES2 with scrypt (RFC
 * 7914, 64 MiB of work) and AES-256-CBC under the custodian's own passphrase. A change that this encryption does not show, the
 * split's id does.
 *
 * @param splitId which split it is of, 32 hexadecimal digits
 * @param number 1 to {@value KeyEscrow#SHARES}
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one command and is never compared
public record EscrowShare(String splitId, int number, byte[] bytes) {
    /** The fewest characters of a custodian's passphrase. */
    public static final int LEAST_PASSPHRASE = 12;

    private static final String PEM_TYPE = "ENCRYPTED PRIVATE KEY";
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final ScryptConfig SCRYPT =
            new ScryptConfig.Builder(1 << 16, 8, 1).withSaltLength(16).build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /**
     * A share, as it was given out.
     *
     * @throws EscrowRefused if these can be no share
     */
    public EscrowShare {
        if (!splitId.matches("[0-9a-f]{32}")
                || number < 1
                || number > KeyEscrow.SHARES
                || bytes.length != XWing.SEED_BYTES) {
            throw new EscrowRefused("This is no share");
        }
    }

    /**
     * Writes it to a new file that only its owner may read.
     *
     * @throws EscrowRefused if the passphrase is too short, or the file exists or cannot be written
     */
    public void write(Path file, char[] passphrase) {
        if (passphrase.length < LEAST_PASSPHRASE) {
            throw new EscrowRefused("A passphrase has at least " + LEAST_PASSPHRASE + " characters");
        }
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            DurableFiles.replace(file, pem(passphrase).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | OperatorCreationException e) {
            throw new EscrowRefused("The share cannot be written to " + file, e);
        }
    }

    private String pem(char[] passphrase) throws IOException, OperatorCreationException {
        var encryptor = new JcePKCSPBEOutputEncryptorBuilder(SCRYPT, NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(PROVIDER)
                .setRandom(new SecureRandom())
                .build(passphrase);
        var content = new PrivateKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.data), new DEROctetString(JSON.writeValueAsBytes(this)));
        var encrypted = new PKCS8EncryptedPrivateKeyInfoBuilder(content).build(encryptor);
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(PEM_TYPE, encrypted.getEncoded()));
        }
        return text.toString();
    }

    /**
     * Reads one from its file.
     *
     * @throws EscrowRefused if it cannot be read, does not open with the passphrase, or is no share
     */
    public static EscrowShare read(Path file, char[] passphrase) {
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            if (pem.readObject() instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                var decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                        .setProvider(PROVIDER)
                        .build(passphrase);
                var content = encrypted.decryptPrivateKeyInfo(decryptor).parsePrivateKey();
                return JSON.readValue(ASN1OctetString.getInstance(content).getOctets(), EscrowShare.class);
            }
        } catch (IOException | PKCSException | JacksonException | IllegalArgumentException | IllegalStateException e) {
            throw new EscrowRefused("The share in " + file + " does not open with this passphrase", e);
        }
        throw new EscrowRefused("There is no share in " + file);
    }

    @Override
    public String toString() {
        return "EscrowShare[" + splitId + ", " + number + "]";
    }
}
