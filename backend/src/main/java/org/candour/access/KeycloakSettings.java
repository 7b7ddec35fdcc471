package org.candour.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the retired Keycloak adapter, kept by name.
 *
 * @param authServerUrl where Keycloak is, without {@code /realms}
 * @param realm the realm whose tokens count
 * @param jwkSetUri where the realm's public keys are fetched; if it is not given, where Keycloak has them under {@code
 *     authServerUrl}. For a Keycloak that this service reaches by another address than its users do. Whoever controls what
 *     is answered there can make tokens for anybody
 * @param resource this API's client id: tokens must name it as audience, and its client roles count as authorities
 */
@Validated
@ConfigurationProperties("keycloak")
record KeycloakSettings(
        @NotBlank @Pattern(regexp = "https?://[^\\s]+[^/]") String authServerUrl,
        @NotBlank @DefaultValue("candour") String realm,

        @Nullable @Pattern(regexp = "https?://\\S+") String jwkSetUri,

        @NotBlank @DefaultValue("candour-api") String resource) {
    String issuer() {
        return authServerUrl + "/realms/" + realm;
    }

    String keysAt() {
        return jwkSetUri == null ? issuer() + "/protocol/openid-connect/certs" : jwkSetUri;
    }
}
