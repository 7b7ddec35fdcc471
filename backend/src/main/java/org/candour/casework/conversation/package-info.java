/**
 * What a victim and the case team write to each other. It never holds a word of it unsealed, and tells nobody's pseudonym to
 * the other side.
 */
@NullMarked
@NamedInterface("conversation")
package org.candour.casework.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
