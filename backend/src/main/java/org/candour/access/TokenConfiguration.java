package org.candour.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** How a token is checked: signature, type, issuer, audience, time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeycloakSettings.class, AccessSettings.class, EmergencySettings.class})
class TokenConfiguration {
    /** Clocks of two machines differ by this much at most; more would lengthen every token's life. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private static final Duration KEYCLOAK_ANSWERS_WITHIN = Duration.ofSeconds(2);

    /**
     * Keys are fetched at the first token, not at start, so that Candour starts and recovers whatever Keycloak does, and kept
     * for five minutes (Nimbus' cache), so that a token stays good through a short outage. A token signed with a key that is not
     * among them makes the decoder ask again; if Keycloak does not answer then, nobody knows whether the token is good.
     */
    @Bean
    JwtDecoder jwtDecoder(KeycloakSettings keycloak, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keycloak.keysAt())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(impatient())
                .build();
        decoder.setJwtValidator(validator(keycloak, clock));
        return decoder;
    }

    private static RestTemplate impatient() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(KEYCLOAK_ANSWERS_WITHIN);
        requests.setReadTimeout(KEYCLOAK_ANSWERS_WITHIN);
        return new RestTemplate(requests);
    }

    private static OAuth2TokenValidator<Jwt> validator(KeycloakSettings keycloak, Clock clock) {
        var time = new JwtTimestampValidator(CLOCK_SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                JwtTypeValidator.jwt(),
                time,
                new JwtIssuerValidator(keycloak.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(keycloak.resource())),
                new JwtClaimValidator<String>("typ", "Bearer"::equals), // an ID or refresh token is no access token
                new JwtClaimValidator<Object>(
                        JwtClaimNames.SUB, subject -> subject instanceof String text && !text.isBlank()),
                TokenConfiguration::checkBody);
    }

    /** Whoever serves in a body that cannot be read cannot be checked for a conflict, and so cannot come in. */
    private static OAuth2TokenValidatorResult checkBody(Jwt token) {
        var isReadable = !token.hasClaim(Actors.ORGANISATION)
                || (token.getClaims().get(Actors.ORGANISATION) instanceof String body
                        && BodyId.ifWellFormed(body).isPresent());
        return isReadable
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
