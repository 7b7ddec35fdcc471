package org.candour.access;

import java.nio.file.Path;

/** A rule file has a fault, so Candour does not start. The message names the file, the line if there is one, and the reason. */
public final class RuleFileRejected extends RuntimeException {
    RuleFileRejected(Path file, int line, String reason) {
        super(file + ", line " + line + ": " + reason);
    }

    RuleFileRejected(Path file, String reason) {
        super(file + ": " + reason);
    }
}
