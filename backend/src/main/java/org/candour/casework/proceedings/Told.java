package org.candour.casework.proceedings;

import java.util.UUID;

/**
 * Something was told and stored.
 *
 * @param id its id
 * @param version the new version of the proceedings
 */
public record Told(UUID id, long version) {}
