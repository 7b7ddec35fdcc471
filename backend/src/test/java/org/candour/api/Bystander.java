package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.candour.development.ApiClient.Answer;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** Watches the store while something is refused: not one document may come, go or change, but for the record itself. */
final class Bystander {
    /** The ledger records the attempt; the staff list is who last signed on. */
    private static final Set<String> MAY_GROW = Set.of("ledger", "ledger_tiles", "ledger_checkpoints", "staff");

    private final MongoOperations mongo;

    Bystander(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Makes sure that the call is refused as a problem with this status, and that nothing is stored; returns the answer. */
    Answer refused(int status, Supplier<Answer> call) {
        var before = store();
        var answer = call.get();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").intValue()).isEqualTo(status);
        assertThat(store()).as("what is stored").isEqualTo(before);
        return answer;
    }

    /** Each document by its place, and what it says as a number: enough to see a change, and short when it is printed. */
    private Map<String, Integer> store() {
        var store = new TreeMap<String, Integer>();
        for (var collection : mongo.getCollectionNames()) {
            if (!MAY_GROW.contains(collection)) {
                mongo.getCollection(collection)
                        .find()
                        .forEach(document -> store.put(collection + "/" + document.get("_id"), document.hashCode()));
            }
        }
        return store;
    }

    /** How many documents a collection holds. */
    long count(String collection) {
        return mongo.getCollection(collection).countDocuments();
    }

    /** The fields that a problem names. */
    static List<String> fields(Answer problem) {
        return texts(problem, "field");
    }

    /** What it says of them. */
    static List<String> reasons(Answer problem) {
        return texts(problem, "reason");
    }

    private static List<String> texts(Answer problem, String name) {
        var texts = new ArrayList<String>();
        for (JsonNode error : problem.json().path("errors")) {
            texts.add(Objects.requireNonNull(error.path(name).stringValue()));
        }
        return texts;
    }

    /** The kind of a problem: the end of its type. */
    static String kind(Answer problem) {
        return problem.json().path("type").stringValue().replace("urn:candour:problem:", "");
    }
}
