/**
 * How much danger somebody is in, as advocates assess it: answers, judgement, grade, and when it is to be looked at again. It
 * never holds the questions, which are others' copyright, and nothing of it is ever disclosed to investigators.
 */
@NullMarked
@NamedInterface("risk")
package org.candour.casework.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
