package org.candour.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import org.candour.development.RealServices;

/** The classic forgeries of a token (RFC 8725 section 2.1), made from a good one whose claims they keep. */
final class Forgery {
    private Forgery() {}

    static String unsigned(String token) {
        var header = "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header) + "." + token.split("\\.", -1)[1] + ".";
    }

    /** For whoever takes the key of the realm as the secret of an HMAC, because the header says so. */
    static String signedWithPublicKey(String token) {
        return forge(
                token,
                JWSAlgorithm.HS256,
                good -> new MACSigner(realmKey(good).toPublicKey().getEncoded()));
    }

    static String signedWithOwnKey(String token) {
        return forge(token, JWSAlgorithm.RS256, good -> new RSASSASigner(new RSAKeyGenerator(2048).generate()));
    }

    private static String forge(String token, JWSAlgorithm algorithm, Signers signers) {
        try {
            var good = JWSObject.parse(token);
            var header = new JWSHeader.Builder(algorithm)
                    .keyID(good.getHeader().getKeyID())
                    .type(good.getHeader().getType())
                    .build();
            var forged = new JWSObject(header, good.getPayload());
            forged.sign(signers.signer(good));
            return forged.serialize();
        } catch (JOSEException | IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey realmKey(JWSObject good) throws IOException, ParseException {
        var address = RealServices.keycloak().issuer() + "/protocol/openid-connect/certs";
        return JWKSet.load(URI.create(address).toURL())
                .getKeyByKeyId(good.getHeader().getKeyID())
                .toRSAKey();
    }

    private interface Signers {
        JWSSigner signer(JWSObject good) throws JOSEException, IOException, ParseException;
    }
}
