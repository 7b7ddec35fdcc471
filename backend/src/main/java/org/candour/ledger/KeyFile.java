package org.candour.ledger;

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
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
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
 * An Ed25519 private key in an encrypted PKCS#8 PEM file (RFC 5958): PBES2 with scrypt (RFC 7914, 64 MiB of work) and
 * AES-256-CBC, which {@code openssl pkey} reads too.
 */
final class KeyFile {
    private static final String PEM_TYPE = "ENCRYPTED PRIVATE KEY";
    private static final int SCRYPT_COST = 1 << 16;
    private static final int SCRYPT_BLOCK_SIZE = 8;
    private static final int SALT_BYTES = 16;
    /** Used here only, and not registered: no other part shall get it by accident. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private KeyFile() {}

    /** @throws KeyRefused if it cannot be read, does not open with the passphrase, or holds another kind of key */
    static Ed25519PrivateKeyParameters read(Path file, char[] passphrase) {
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            if (pem.readObject() instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                var decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                        .setProvider(PROVIDER)
                        .build(passphrase);
                return ed25519(file, encrypted.decryptPrivateKeyInfo(decryptor));
            }
        } catch (IOException | PKCSException | RuntimeException e) {
            throw new KeyRefused("The ledger's key file cannot be opened with the passphrase given: " + file, e);
        }
        throw new KeyRefused("The ledger's key file is not an encrypted private key in PEM: " + file);
    }

    private static Ed25519PrivateKeyParameters ed25519(Path file, PrivateKeyInfo info) throws IOException {
        if (PrivateKeyFactory.createKey(info) instanceof Ed25519PrivateKeyParameters key) {
            return key;
        }
        throw new KeyRefused("The ledger's key file holds another key than one of Ed25519: " + file);
    }

    /** @throws KeyRefused if the file exists or cannot be written */
    static Ed25519PrivateKeyParameters create(Path file, char[] passphrase) {
        var random = new SecureRandom();
        var key = new Ed25519PrivateKeyParameters(random);
        try {
            NewFile.write(file, pem(key, passphrase, random).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | OperatorCreationException e) {
            throw new KeyRefused("The ledger's key file cannot be written: " + file, e);
        }
        return key;
    }

    private static String pem(Ed25519PrivateKeyParameters key, char[] passphrase, SecureRandom random)
            throws IOException, OperatorCreationException {
        var scrypt = new ScryptConfig.Builder(SCRYPT_COST, SCRYPT_BLOCK_SIZE, 1)
                .withSaltLength(SALT_BYTES)
                .build();
        var encryptor = new JcePKCSPBEOutputEncryptorBuilder(scrypt, NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(PROVIDER)
                .setRandom(random)
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
