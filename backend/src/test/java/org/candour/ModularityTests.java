package org.candour;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Which room may name which. The table is the one of the design; a new room or arrow is entered here, and argued for. */
class ModularityTests {
    private static final Map<String, Set<String>> MAY_NAME = Map.of(
            "ledger", Set.of(),
            "vault", Set.of("ledger"),
            "access", Set.of("ledger", "vault"),
            "intake", Set.of("access", "ledger", "vault"),
            "casework", Set.of("access", "ledger", "vault", "intake", "intake :: events"),
            "custody", Set.of("access", "ledger", "vault"),
            "disclosure", Set.of("access", "ledger", "vault", "casework"),
            "api",
                    Set.of(
                            "access",
                            "ledger",
                            "intake",
                            "casework",
                            "casework :: chronology",
                            "casework :: conversation",
                            "casework :: proceedings",
                            "casework :: timers",
                            "casework :: risk",
                            "casework :: ownrecord",
                            "casework :: progress",
                            "custody",
                            "disclosure",
                            "disclosure :: redaction",
                            "rights"),
            "rights", Set.of("access"));

    /** Keycloak's launcher is no part of Candour and is only here because tests start it. */
    private static final ApplicationModules ROOMS = ApplicationModules.of(
            CandourApplication.class,
            JavaClass.Predicates.resideInAnyPackage(
                    "org.candour.keycloak..", "org.candour.development..", "org.candour.walk.."));

    @Test
    void roomsNameOnlyWhatTheyDeclareAndThereAreNoCircles() {
        ROOMS.verify();
    }

    @Test
    void roomsDeclareWhatTheDesignAllowsAndNothingElse() {
        var declared = new TreeMap<String, Set<String>>();
        ROOMS.forEach(room -> declared.put(
                room.getIdentifier().toString(),
                declaration(room.getBasePackage().getName())));

        assertThat(declared).isEqualTo(new TreeMap<>(MAY_NAME));
    }

    private static Set<String> declaration(String room) {
        try {
            var declaration = Class.forName(room + ".package-info").getAnnotation(ApplicationModule.class);
            assertThat(declaration).as("%s has an @ApplicationModule", room).isNotNull();
            return new TreeSet<>(Arrays.asList(declaration.allowedDependencies()));
        } catch (ClassNotFoundException undeclared) {
            throw new AssertionError(room + " has no package-info", undeclared);
        }
    }
}
