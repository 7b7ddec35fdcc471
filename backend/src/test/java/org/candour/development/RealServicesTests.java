package org.candour.development;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;

class RealServicesTests {
    @Test
    void aContextIsToldOfKeycloakAndOfADatabaseOfItsOwnThatGoesWithIt() {
        String mine;
        try (var one = context();
                var other = context()) {
            mine = property(one, "spring.mongodb.uri");
            assertThat(mine).isNotEqualTo(property(other, "spring.mongodb.uri"));
            assertThat(property(one, "keycloak.auth-server-url") + "/realms/" + property(one, "keycloak.realm"))
                    .isEqualTo(RealServices.keycloak().issuer());
            assertThat(property(one, "keycloak.resource")).isEqualTo("candour-api");
            write(mine);
            assertThat(count(mine)).isEqualTo(1);
        }

        assertThat(count(mine)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://host:1, mongodb://host:1/fresh",
        "mongodb://host:1/, mongodb://host:1/fresh",
        "mongodb://host:1/old, mongodb://host:1/fresh",
        "mongodb://host:1/old?w=1, mongodb://host:1/fresh?w=1",
        "mongodb://host:1/?w=1, mongodb://host:1/fresh?w=1",
        "mongodb://host:1?w=1, mongodb://host:1/fresh?w=1"
    })
    void theDatabaseOfAGivenServerIsReplacedAndItsOptionsStay(String given, String expected) {
        assertThat(RealServices.withDatabase(given, "fresh")).isEqualTo(expected);
    }

    private static GenericApplicationContext context() {
        var context = new GenericApplicationContext();
        new RealServices().initialize(context);
        context.refresh();
        return context;
    }

    private static String property(GenericApplicationContext context, String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    private static void write(String uri) {
        try (var client = MongoClients.create(uri)) {
            client.getDatabase(database(uri)).getCollection("things").insertOne(new Document("_id", 1));
        }
    }

    private static long count(String uri) {
        try (var client = MongoClients.create(uri)) {
            return client.getDatabase(database(uri)).getCollection("things").countDocuments();
        }
    }

    private static String database(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }
}
