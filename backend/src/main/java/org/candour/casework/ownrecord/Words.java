package org.candour.casework.ownrecord;

/** What somebody wrote, of any of the kinds here; the field it is sealed for says which. */
record Words(String text) {
    @Override
    public String toString() {
        return "Words[hidden]";
    }
}
