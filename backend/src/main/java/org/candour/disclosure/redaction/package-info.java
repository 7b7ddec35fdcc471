/** Finds what a redacted copy must not say, in all its written forms, and takes it out. It keeps nothing. */
@NullMarked
@NamedInterface("redaction")
package org.candour.disclosure.redaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
