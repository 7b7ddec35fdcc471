/** What is measured, against what stands for the bare cost of the same thing in the same run. */
@org.jspecify.annotations.NullMarked
package org.candour.benchmarks;
