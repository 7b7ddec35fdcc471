package org.candour.disclosure.redaction;

/**
 * A stretch of a text and what to show in its place.
 *
 * @param start the first UTF-16 code unit of the original text to take out
 * @param end the first code unit after it to leave in
 * @param needsReview whether a person must look before this may be relied on: the words may mean something else
 */
public record Redaction(int start, int end, Category category, String replacement, boolean needsReview) {}
