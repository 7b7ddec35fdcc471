package org.candour.casework.proceedings;

/** Words of an advocate: a reason, or what something was done by; sealed. */
record Words(String text) {
    @Override
    public String toString() {
        return "Words[hidden]";
    }
}
