package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a server with users answers to {@code connectionStatus}, as its manual shows it; the test's own server has none. */
@ExtendWith(OutputCaptureExtension.class)
class LedgerRightsTests {
    private final MongoDatabase database = mock();
    private final LedgerRights rights = new LedgerRights(List.of(() -> database));

    private void answers(Document... privileges) {
        var authInfo = new Document(
                        "authenticatedUsers", List.of(new Document("user", "ledger").append("db", "candour")))
                .append("authenticatedUserPrivileges", List.of(privileges));
        when(database.getName()).thenReturn("candour");
        when(database.runCommand(any(Bson.class))).thenReturn(new Document("authInfo", authInfo).append("ok", 1.0));
    }

    private static Document privilege(String db, String collection, String... actions) {
        return new Document("resource", new Document("db", db).append("collection", collection))
                .append("actions", List.of(actions));
    }

    @Test
    void userWhoCanInsertAndFindOnlyIsFine(CapturedOutput output) {
        answers(
                privilege("candour", "ledger", "find", "insert"),
                privilege("candour", "ledger_checkpoints", "find", "insert"),
                privilege("candour", "cases", "find", "insert", "update", "remove"),
                privilege("another", "ledger", "update"));

        rights.require();

        assertThat(output).doesNotContain("ledger's collections");
    }

    @ParameterizedTest
    @CsvSource({
        "candour, ledger, update",
        "candour, ledger_tiles, remove",
        "candour, ledger_checkpoints, dropCollection",
        "candour, ledger_cosignatures, collMod",
        "candour, '', update",
        "'', '', remove",
        "'', ledger, update",
    })
    void userWhoCanChangeTheLedgerStopsIt(String db, String collection, String action) {
        answers(privilege("candour", "ledger", "find", "insert"), privilege(db, collection, "find", action));

        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(rights::require);
    }

    @Test
    void userWhoCanDoEverythingStopsIt() {
        answers(new Document("resource", new Document("anyResource", true)).append("actions", List.of("anyAction")));

        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(rights::require);
    }

    @Test
    void serverWithoutUsersIsWarnedOfOnce(CapturedOutput output) {
        when(database.runCommand(any(Bson.class)))
                .thenReturn(new Document("authInfo", new Document("authenticatedUsers", List.of())));

        rights.require();
        rights.require();

        assertThat(output).containsOnlyOnce("The database has no users");
    }

    @Test
    void serverThatDoesNotKnowTheCommandHasNoUsers(CapturedOutput output) {
        when(database.runCommand(any(Bson.class))).thenThrow(refusal(59));

        rights.require();

        assertThat(output).containsOnlyOnce("The database has no users");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18, 1})
    void serverThatDoesNotTellIsNotTrusted(int code) {
        when(database.runCommand(any(Bson.class))).thenThrow(refusal(code));

        assertThatExceptionOfType(MongoCommandException.class).isThrownBy(rights::require);
    }

    private static MongoCommandException refusal(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), new ServerAddress());
    }

    @Test
    void nothingIsAppendedByAUserWhoCouldChangeIt() {
        answers(privilege("candour", "ledger", "find", "insert", "update"));
        try (var store = new TestStore()) {
            var refused = new MongoLedgerStore(store.mongo, rights);

            assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(refused::prepare);
            assertThat(store.store.isEmpty()).isTrue();
        }
    }
}
