package org.candour.development;

import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a login gives.
 *
 * @param accessToken for the header {@code Authorization: Bearer}
 * @param refreshToken absent for service accounts
 * @param idToken for the client alone; absent for service accounts
 * @param lifespanSeconds how long the access token is good
 */
public record Tokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable String idToken,
        long lifespanSeconds) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Somebody who has an access token, or what they take for one, and nothing else. */
    public static Tokens bearing(String accessToken) {
        return new Tokens(accessToken, null, null, 0);
    }

    /** What the access token claims, read without checking its signature. */
    public Map<String, Object> claims() {
        var payload = Base64.getUrlDecoder().decode(accessToken.split("\\.", -1)[1]);
        return JSON.readValue(payload, new TypeReference<>() {});
    }

    /** Hides the tokens: whoever reads them in a log could use them. */
    @Override
    public String toString() {
        return "Tokens[hidden]";
    }
}
