package org.candour.casework.ownrecord;

import java.util.List;
import java.util.UUID;

/** A case and its flags of one kind, oldest first: codes and dates, nothing of what happened. */
public record FlaggedCase(UUID caseId, List<FlagView> flags) {}
