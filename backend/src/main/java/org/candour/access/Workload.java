package org.candour.access;

/**
 * How much one advocate has to do. Cases that whoever asks is in conflict with are not in any of the numbers.
 *
 * @param advocate their pseudonym
 * @param body the organisation they act for, or {@code UNKNOWN}
 * @param cases on how many cases they hold a live grant
 * @param due in how many of these something is due before the day that was asked for
 * @param waiting how many cases they are asked to take and have not answered
 */
public record Workload(String advocate, String body, int cases, int due, int waiting) {}
