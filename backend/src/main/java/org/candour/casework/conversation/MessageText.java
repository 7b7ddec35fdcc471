package org.candour.casework.conversation;

/** What a message says. */
record MessageText(String text) {
    @Override
    public String toString() {
        return "MessageText[hidden]";
    }
}
