/**
 * What a victim adds to their own record after the report: how they may safely be reached, what their account left out, and what
 * was done to them since. It never holds a word of it unsealed, and never changes what was said before.
 */
@NullMarked
@NamedInterface("ownrecord")
package org.candour.casework.ownrecord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
