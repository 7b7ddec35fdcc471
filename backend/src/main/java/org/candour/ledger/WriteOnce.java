package org.candour.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A place outside the database that keeps named texts and never lets one be written twice. Names are of digits, letters,
 * dashes, points and slashes, and ordered as their bytes are.
 */
interface WriteOnce {
    /** Keeps a text, unless there is one of this name: then nothing changes. */
    void put(String name, String text) throws IOException;

    Optional<String> get(String name) throws IOException;

    /** At most {@code limit} names of digits only that come after {@code name}, in ascending order. */
    List<String> numbersAfter(String name, int limit) throws IOException;

    /** The last name of digits only. */
    Optional<String> lastNumber() throws IOException;
}
