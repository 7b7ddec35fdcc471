/** Drills on the whole application: each part taken away in turn, and searches for what must never be readable. */
@org.jspecify.annotations.NullMarked
package org.candour.drills;
