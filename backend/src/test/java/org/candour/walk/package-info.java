/** The main job, played against a running Candour as its clients would. */
@NullMarked
package org.candour.walk;

import org.jspecify.annotations.NullMarked;
