package org.candour.vault;

/** What is turned into keyed tokens, each under a key of its own, so that equal values of two fields never look alike. */
public enum BlindField {
    /** A person's Keycloak id: the pseudonym the store and the ledger know them by. */
    ACTOR,
    /** A police force or other body. */
    BODY,
    /** A person's full name, for the conflict rule. */
    PERSON_NAME,
    /** A client's idempotency key together with who sent it. */
    IDEMPOTENCY_KEY,
    /** A submitted body, to tell a retry from a different submission and to commit to it on the ledger. */
    SUBMISSION
}
