/** The REST entrance, tested through HTTP with real tokens. */
@NullMarked
package org.candour.api;

import org.jspecify.annotations.NullMarked;
