package org.candour.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candour.vault.BlindField;
import org.candour.vault.BlindIndex;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Turns a token that has been checked into an actor. */
@Component
public class Actors {
    /** The claim that names the actor's body. */
    static final String ORGANISATION = "organisation";

    private final BlindIndex blindIndex;

    Actors(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    /**
     * The actor a token speaks for. Roles that Candour does not know are left out.
     *
     * @throws org.candour.vault.KeyUnavailable if the key of the pseudonyms is not there
     */
    public Actor of(Jwt token) {
        return new Actor(
                new ActorId(blindIndex.token(BlindField.ACTOR, Objects.requireNonNull(token.getSubject()))),
                roles(token),
                Optional.ofNullable(token.getClaimAsString(ORGANISATION)).map(BodyId::of),
                fullName(token).map(PersonName::of).flatMap(name -> name.token(blindIndex)));
    }

    /** The authorities the retired adapter gave: {@code ROLE_} and the realm role's name. */
    public static Set<SimpleGrantedAuthority> authorities(Jwt token) {
        return realmRoles(token).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .collect(Collectors.toSet());
    }

    private static Set<Role> roles(Jwt token) {
        var roles = EnumSet.noneOf(Role.class);
        realmRoles(token).forEach(name -> Role.ofRealmRole(name).ifPresent(roles::add));
        return roles;
    }

    private static List<String> realmRoles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        return access != null && access.get("roles") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Optional<String> fullName(Jwt token) {
        var given = token.getClaimAsString("given_name");
        var family = token.getClaimAsString("family_name");
        return given == null || family == null ? Optional.empty() : Optional.of(given + " " + family);
    }
}
