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
     * The actor a token speaks for. Roles that Candour does not know are left out, and so is an organisation that is no body's
     * id: whoever names none is refused where a conflict might stand, so nothing is won by it.
     *
     * @throws org.candour.vault.KeyUnavailable if the key of the pseudonyms is not there
     */
    public Actor of(Jwt token) {
        return new Actor(
                new ActorId(blindIndex.token(BlindField.ACTOR, Objects.requireNonNull(token.getSubject()))),
                roles(token),
                text(token, ORGANISATION).flatMap(BodyId::ifWellFormed),
                fullName(token).flatMap(name -> blindIndex.tokenIfAny(BlindField.PERSON_NAME, name)),
                SecondFactor.givenAt(token));
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
        return token.getClaims().get("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof List<?> names
                ? names.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** A claim of another type says nothing; converting it would be guessing. */
    private static Optional<String> text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> fullName(Jwt token) {
        return text(token, "given_name")
                .flatMap(given -> text(token, "family_name").map(family -> given + " " + family));
    }
}
