@org.jspecify.annotations.NullMarked
package org.candour;
