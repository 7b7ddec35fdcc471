/** Candour: one deployable application, a package a room. */
@NullMarked
package org.candour;

import org.jspecify.annotations.NullMarked;
