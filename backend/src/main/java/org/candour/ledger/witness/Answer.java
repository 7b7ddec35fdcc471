package org.candour.ledger.witness;

/** What a witness answers over HTTP. */
record Answer(int status, String contentType, String body) {
    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer cosigned(String lines) {
        return new Answer(200, TEXT, lines);
    }

    /** The witness knows another size, which it tells. */
    static Answer conflict(long size) {
        return new Answer(409, "text/x.tlog.size", size + "\n");
    }

    static Answer refused(int status) {
        return new Answer(status, TEXT, "");
    }
}
