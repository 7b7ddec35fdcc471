package org.candour.casework;

/** What a note says: facts for the case team, apart from the victim's account (DOMAIN section 1.1, ISVA and evidence). */
record NoteText(String text) {
    @Override
    public String toString() {
        return "NoteText[hidden]";
    }
}
