/**
 * How a part of casework says that something is to be done in a case by a day, so that it becomes a task of the advocate and shows
 * in lists. It holds kinds and days; never a word that anybody wrote.
 */
@NullMarked
@NamedInterface("due")
package org.candour.casework.due;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
