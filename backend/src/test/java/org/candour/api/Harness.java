package org.candour.api;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.candour.development.ApiClient;
import org.candour.development.CandourTest;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What tests of refusals share: callers, cases, and someone who watches the store. */
@CandourTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Harness {
    @LocalServerPort
    int port;

    @Autowired
    MongoOperations mongo;

    ApiClient as(Caller caller) {
        return callers().as(caller);
    }

    Callers callers() {
        return new Callers(port);
    }

    TestCases cases() {
        return new TestCases(callers());
    }

    Bystander store() {
        return new Bystander(mongo);
    }

    /** Waits until no report has anything left to tell, and no rotation moves keys: from then on only calls change the store. */
    void settle() {
        var telling = Query.query(Criteria.where("isOutboxFull").is(true));
        var moving = Query.query(Criteria.where("stage").in("APPROVED", "MAKING", "MOVING"));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> mongo.count(telling, "reports") == 0 && mongo.count(moving, "custody_orders") == 0);
    }
}
