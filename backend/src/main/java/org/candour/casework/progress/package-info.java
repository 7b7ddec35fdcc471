/**
 * When the case team will look again, as it has told the victim: a day, and sealed words for them. It never holds a deadline of
 * anybody else's.
 */
@NullMarked
@NamedInterface("progress")
package org.candour.casework.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
