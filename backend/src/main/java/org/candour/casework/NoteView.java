package org.candour.casework;

import java.time.Instant;

/**
 * A note, opened.
 *
 * @param author pseudonym of whoever wrote it
 */
public record NoteView(String id, Instant at, String author, String text) {
    @Override
    public String toString() {
        return "NoteView[hidden]";
    }
}
