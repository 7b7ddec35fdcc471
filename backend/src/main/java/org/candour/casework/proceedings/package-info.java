/**
 * What was alleged, and what became of it: allegations, the parallel tracks with their outcomes, decisions not to act, alarms
 * and tasks. It never holds a name in the clear, and no investigator sees any of it.
 */
@NullMarked
@NamedInterface("proceedings")
package org.candour.casework.proceedings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
