package org.candour.custody;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.candour.ledger.Aggregates;
import org.candour.vault.KeyFamily;
import org.candour.vault.KeyRotation;
import org.candour.vault.KeyState;
import org.springframework.data.mongodb.core.MongoOperations;

/** Has a process die twice at each call of each stage: before the call was carried out, and after it was. The third gets through. */
final class Stops {
    private final Map<String, Integer> calls = new HashMap<>();
    private String stage = "";
    private int deaths;

    /** The process is gone. */
    static final class Died extends RuntimeException {}

    int deaths() {
        return deaths;
    }

    private <T> T call(String name, Supplier<T> call) {
        var count = calls.merge(stage + "/" + name, 1, Integer::sum);
        if (count == 1) {
            throw died();
        }
        var answer = call.get();
        if (count == 2) {
            throw died();
        }
        return answer;
    }

    private Died died() {
        deaths++;
        return new Died();
    }

    Orders at(MongoOperations mongo, Aggregates aggregates) {
        return new Orders(mongo, aggregates) {
            @Override
            Order get(OrderId id) {
                var order = super.get(id);
                stage = order.stage().name();
                return order;
            }

            @Override
            Order save(Order order) {
                return call("save", () -> super.save(order));
            }
        };
    }

    KeyRotation at(KeyRotation rotation) {
        return new KeyRotation() {
            @Override
            public List<KeyState> states(KeyFamily family) {
                return call("states", () -> rotation.states(family));
            }

            @Override
            public String successorOf(KeyFamily family, Set<String> old) {
                return call("successorOf", () -> rotation.successorOf(family, old));
            }

            @Override
            public Moved move(KeyFamily family, Set<String> old, Optional<UUID> after, int limit) {
                return call("move", () -> rotation.move(family, old, after, limit));
            }

            @Override
            public void close(KeyFamily family, Set<String> old) {
                call("close", () -> {
                    rotation.close(family, old);
                    return old;
                });
            }

            @Override
            public void retire(KeyFamily family, Set<String> old) {
                call("retire", () -> {
                    rotation.retire(family, old);
                    return old;
                });
            }
        };
    }
}
