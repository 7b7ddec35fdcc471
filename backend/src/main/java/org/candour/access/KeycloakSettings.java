package org.candour.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the retired Keycloak adapter, kept by name.
 *
 * @param authServerUrl where Keycloak is, without {@code /realms}
 * @param realm the realm whose tokens count
 * @param resource this API's client id: tokens must name it as audience, and its client roles count as authorities
 */
@Validated
@ConfigurationProperties("keycloak")
record KeycloakSettings(
        @NotBlank @Pattern(regexp = "https?://[^\\s]+[^/]") String authServerUrl,
        @NotBlank @DefaultValue("candour") String realm,
        @NotBlank @DefaultValue("candour-api") String resource) {
    String issuer() {
        return authServerUrl + "/realms/" + realm;
    }

    String jwkSetUri() {
        return issuer() + "/protocol/openid-connect/certs";
    }
}
