package org.candour.casework.proceedings;

import java.util.List;

/**
 * The tasks of a case.
 *
 * @param version of the proceedings, for the next change
 */
public record TaskList(List<Task> tasks, long version) {}
