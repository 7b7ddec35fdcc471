package org.candour.casework;

import java.time.Instant;

/**
 * A note, opened.
 *
 * @param author pseudonym of whoever wrote it
 * @param scope who else reads it
 */
public record NoteView(String id, Instant at, String author, NoteScope scope, String text) {
    @Override
    public String toString() {
        return "NoteView[hidden]";
    }
}
