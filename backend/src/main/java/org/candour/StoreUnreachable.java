package org.candour;

import com.mongodb.MongoTimeoutException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words that the start failed for want of MongoDB. Indexes are made at start, so Candour does not start without it. */
class StoreUnreachable extends AbstractFailureAnalyzer<MongoTimeoutException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MongoTimeoutException cause) {
        return new FailureAnalysis(
                "Candour cannot start because MongoDB does not answer. The driver says: " + cause.getMessage(),
                "Start MongoDB, or set spring.mongodb.uri (environment: SPRING_MONGODB_URI) to where it is, then start"
                        + " Candour again. Nothing was changed.",
                cause);
    }
}
