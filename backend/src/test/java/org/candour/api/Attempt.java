package org.candour.api;

import java.util.List;
import java.util.Optional;
import org.candour.development.ApiClient.Answer;
import org.candour.ledger.Recorded;

/**
 * What became of one call.
 *
 * @param ofAnother the answer to the same call about an id that does not exist; empty where a call concerns no id, or was let in
 * @param recorded what the first of the two left on the ledger
 */
record Attempt(String endpoint, Caller caller, Answer answer, Optional<Answer> ofAnother, List<Recorded> recorded) {
    int status() {
        return answer.status();
    }

    boolean isLetIn() {
        return status() < 300;
    }

    /** A problem without the address it is about, by which alone two refusals may differ. */
    static String withoutAddress(Answer answer) {
        return answer.text().replace(answer.response().uri().getPath(), "ADDRESS");
    }

    @Override
    public String toString() {
        return endpoint + " by " + caller + ": " + answer.status();
    }
}
