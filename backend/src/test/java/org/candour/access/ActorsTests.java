package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

class ActorsTests {
    private static final String SUBJECT = "6b1f0c5e-0000-4000-8000-000000000001";

    private static TestAccess access;

    @BeforeAll
    static void start() {
        access = new TestAccess();
    }

    @AfterAll
    static void stop() {
        access.close();
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject(SUBJECT)
                .claim("realm_access", Map.of("roles", List.of("investigator", "offline_access")))
                .claim("organisation", "iopc")
                .claim("given_name", "Ivo")
                .claim("family_name", "Investigator");
    }

    private static Actor actor(Jwt.Builder token) {
        return access.actors.of(token.build());
    }

    @Test
    void aTokenSaysRolesBodyAndName() {
        var actor = actor(token());

        assertThat(actor.roles()).containsExactly(Role.INVESTIGATOR);
        assertThat(actor.body()).contains(BodyId.of("iopc"));
        assertThat(actor.nameToken()).isEqualTo(access.conflicts.nameToken("Ivo Investigator"));
    }

    @Test
    void thePseudonymIsThePersonsOwnStableAndNotTheSubject() {
        var actor = actor(token());

        assertThat(actor(token().claim("given_name", "Ivan").claim("organisation", "westmarch"))
                        .id())
                .isEqualTo(actor.id());
        assertThat(actor(token().subject(UUID.randomUUID().toString())).id()).isNotEqualTo(actor.id());
        assertThat(actor.id().value()).isNotEqualTo(SUBJECT.replace("-", "")).doesNotContain(SUBJECT.substring(0, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "IOPC", "iopc ", "i\u00f6pc", "$ne", "-iopc", "iopc\n", "a/b"})
    void anOrganisationThatIsNoIdIsNone(String organisation) {
        assertThat(actor(token().claim("organisation", organisation)).body()).isEmpty();
    }

    @Test
    void anOrganisationOfAnotherTypeIsNone() {
        for (Object organisation : List.of(List.of("iopc"), Map.of("id", "iopc"), 7, true)) {
            assertThat(actor(token().claim("organisation", organisation)).body())
                    .isEmpty();
        }
        assertThat(actor(token().claims(claims -> claims.remove("organisation")))
                        .body())
                .isEmpty();
    }

    @Test
    void anInvestigatorWithoutABodyIsRefusedWhateverWasReleasedOrGranted() {
        var nobody = actor(token().claim("organisation", "NOT AN ID"));
        var caseId = access.entered(access.victim());
        var now = access.clock.instant();
        access.grant(caseId, nobody, Role.INVESTIGATOR, now, now.plusSeconds(60));
        var standing = new Standing(UUID.randomUUID(), caseId, Optional.of(BodyId.of("iopc")));

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(
                        () -> access.gate.admit(nobody, Act.READ_DISCLOSURE, standing.object(), Optional.of(standing)));
        assertThat(access.cases.grantedTo(nobody, Optional.empty(), 10)).isEmpty();
        assertThat(access.cases.withoutConflict(List.of(caseId), nobody)).isEmpty();
    }

    @Test
    void rolesThatCandourDoesNotKnowAreLeftOut() {
        var roles = Map.of("roles", List.of("admin", "VICTIM", "victim ", "role_victim", "auditor"));

        assertThat(actor(token().claim("realm_access", roles)).roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void rolesInAnyOtherFormAreNone() {
        for (Object access : Arrays.asList(
                "victim",
                List.of("victim"),
                7,
                Map.of(),
                Map.of("roles", "victim"),
                Map.of("roles", Map.of("0", "victim")),
                Map.of("roles", List.of(List.of("victim"), Map.of("victim", true), 1, true)))) {
            var token = token().claim("realm_access", access).build();

            assertThat(ActorsTests.access.actors.of(token).roles())
                    .as("%s", access)
                    .isEmpty();
            assertThat(Actors.authorities(token)).as("%s", access).isEmpty();
        }
        assertThat(actor(token().claims(claims -> claims.remove("realm_access")))
                        .roles())
                .isEmpty();
    }

    @Test
    void aTokenWithHalfANameHasNone() {
        assertThat(actor(token().claims(claims -> claims.remove("given_name"))).nameToken())
                .isEmpty();
        assertThat(actor(token().claim("family_name", "")).nameToken()).isEmpty();
        assertThat(actor(token().claim("family_name", List.of("Investigator"))).nameToken())
                .isEmpty();
    }

    @Test
    void anActorInALogShowsNoName() {
        var actor = actor(token());

        assertThat(actor.toString())
                .contains(actor.id().value())
                .doesNotContain("Ivo", actor.nameToken().orElseThrow(), SUBJECT);
    }

    @Test
    void aTokenOfTheHigherLevelSaysWhenTheSecondFactorWasGiven() {
        var actor =
                actor(token().claim("acr", "2").claim("level_times", Map.of("1", 1_795_478_315L, "2", 1_795_478_318L)));

        assertThat(actor.secondFactorAt()).contains(Instant.ofEpochSecond(1_795_478_318L));
    }

    @Test
    void aTokenThatDoesNotSayBothLevelAndTimeKnowsOfNoSecondFactor() {
        var times = Map.of("1", 1_795_478_315L, "2", 1_795_478_318L);

        assertThat(List.of(
                        token(),
                        token().claim("acr", "2"),
                        token().claim("acr", "1").claim("level_times", times),
                        token().claim("acr", 2).claim("level_times", times),
                        token().claim("level_times", times),
                        token().claim("acr", "2").claim("level_times", Map.of("1", 1_795_478_315L)),
                        token().claim("acr", "2").claim("level_times", Map.of("2", "1795478318")),
                        token().claim("acr", "2").claim("level_times", "2"),
                        token().claim("acr", "2").claim("auth_time", 1_795_478_318L)))
                .allSatisfy(token -> assertThat(actor(token).secondFactorAt()).isEmpty());
    }
}
