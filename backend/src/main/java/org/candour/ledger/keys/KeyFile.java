package org.candour.ledger.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
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

/**
 * A private key, of Ed25519 or ML-DSA-44, in an encrypted PKCS#8 PEM file (RFC 5958): PBES2 with scrypt (RFC 7914, 64 MiB of work) and
 * AES-256-CBC, which {@code openssl pkey} reads too.
 */
public final class KeyFile {
    private static final String PEM_TYPE = "ENCRYPTED PRIVATE KEY";
    private static final int SCRYPT_COST = 1 << 16;
    private static final int SCRYPT_BLOCK_SIZE = 8;
    private static final int SALT_BYTES = 16;
    /** Used here only, and not registered: no other part shall get it by accident. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final MLDSAParameters SECOND = MLDSAParameters.ml_dsa_44;

    private KeyFile() {}

    /**
     * Reads a key of Ed25519.
     *
     * @throws KeyRefused if it cannot be read, does not open with the passphrase, or holds another kind of key
     */
    public static Ed25519PrivateKeyParameters read(Path file, char[] passphrase) {
        return open(file, passphrase, Ed25519PrivateKeyParameters.class);
    }

    /**
     * Reads a key of ML-DSA-44.
     *
     * @throws KeyRefused if it cannot be read, does not open with the passphrase, or holds another kind of key
     */
    public static MLDSAPrivateKeyParameters readSecond(Path file, char[] passphrase) {
        var key = open(file, passphrase, MLDSAPrivateKeyParameters.class);
        if (key.getParameters() != SECOND) {
            throw new KeyRefused("The key file holds another key than one of ML-DSA-44: " + file);
        }
        return key;
    }

    private static <K> K open(Path file, char[] passphrase, Class<K> kind) {
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            if (pem.readObject() instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                var decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                        .setProvider(PROVIDER)
                        .build(passphrase);
                return key(file, encrypted.decryptPrivateKeyInfo(decryptor), kind);
            }
        } catch (IOException | PKCSException | RuntimeException e) {
            throw new KeyRefused("The key file cannot be opened with the passphrase given: " + file, e);
        }
        throw new KeyRefused("The key file is not an encrypted private key in PEM: " + file);
    }

    private static <K> K key(Path file, PrivateKeyInfo info, Class<K> kind) throws IOException {
        var key = PrivateKeyFactory.createKey(info);
        if (kind.isInstance(key)) {
            return kind.cast(key);
        }
        throw new KeyRefused("The key file holds a key of another kind: " + file);
    }

    /**
     * Makes a key of Ed25519 and keeps it.
     *
     * @throws KeyRefused if the file exists or cannot be written
     */
    public static Ed25519PrivateKeyParameters create(Path file, char[] passphrase) {
        var key = new Ed25519PrivateKeyParameters(RANDOM);
        keep(file, key, passphrase);
        return key;
    }

    /**
     * Makes a key of ML-DSA-44 and keeps it.
     *
     * @throws KeyRefused if the file exists or cannot be written
     */
    public static MLDSAPrivateKeyParameters createSecond(Path file, char[] passphrase) {
        var generator = new MLDSAKeyPairGenerator();
        generator.init(new MLDSAKeyGenerationParameters(RANDOM, SECOND));
        var key = (MLDSAPrivateKeyParameters) generator.generateKeyPair().getPrivate();
        keep(file, key, passphrase);
        return key;
    }

    private static void keep(Path file, AsymmetricKeyParameter key, char[] passphrase) {
        try {
            NewFile.write(file, pem(key, passphrase).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | OperatorCreationException e) {
            throw new KeyRefused("The key file cannot be written: " + file, e);
        }
    }

    private static String pem(AsymmetricKeyParameter key, char[] passphrase)
            throws IOException, OperatorCreationException {
        var scrypt = new ScryptConfig.Builder(SCRYPT_COST, SCRYPT_BLOCK_SIZE, 1)
                .withSaltLength(SALT_BYTES)
                .build();
        var encryptor = new JcePKCSPBEOutputEncryptorBuilder(scrypt, NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(PROVIDER)
                .setRandom(RANDOM)
                .build(passphrase);
        var encrypted = new PKCS8EncryptedPrivateKeyInfoBuilder(PrivateKeyInfoFactory.createPrivateKeyInfo(key))
                .build(encryptor);
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(PEM_TYPE, encrypted.getEncoded()));
        }
        return text.toString();
    }
}
