package org.candour.casework.progress;

/** What the case team tells the victim with the day. */
record CheckWords(String text) {
    @Override
    public String toString() {
        return "CheckWords[hidden]";
    }
}
