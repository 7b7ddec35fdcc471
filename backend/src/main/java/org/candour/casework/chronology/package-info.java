/**
 * Who knew what, and when: every contact with the authorities, what each body came to know, what it did about it, and who
 * decided. Entries are added and superseded, never changed. It never holds the victim's own account.
 */
@NullMarked
@NamedInterface("chronology")
package org.candour.casework.chronology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
