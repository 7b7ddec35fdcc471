/**
 * The rights clock: what the Victims' Code and the law around it owe a victim by when, as rules from {@code config/}, and the
 * timers that they start (DOMAIN 2.2 to 2.5). It holds codes, dates and states; never a word that anybody wrote.
 */
@NullMarked
@NamedInterface("timers")
package org.candour.casework.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
