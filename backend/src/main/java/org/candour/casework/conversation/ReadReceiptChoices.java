package org.candour.casework.conversation;

import org.candour.access.CaseId;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** What the sides of each case have chosen about read receipts. */
@Repository
class ReadReceiptChoices {
    private static final int MAX_ATTEMPTS = 20;

    private final MongoOperations mongo;
    private final Aggregates aggregates;

    ReadReceiptChoices(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    ReadReceipts of(CaseId caseId) {
        return aggregates.find(ReadReceipts.class, caseId.value()).orElseGet(() -> ReadReceipts.unchosen(caseId));
    }

    /** Notes a side's choice, anew if the other side chose at the same moment: neither overrules the other. */
    void choose(CaseId caseId, Side side, boolean isShown) {
        for (int attempt = 1; ; attempt++) {
            try {
                mongo.save(of(caseId).with(side, isShown));
                return;
            } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
                if (attempt == MAX_ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }
}
