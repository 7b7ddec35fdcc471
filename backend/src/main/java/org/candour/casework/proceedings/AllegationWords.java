package org.candour.casework.proceedings;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an advocate writes about an allegation; sealed.
 *
 * @param summary what is alleged, in a sentence
 * @param howMet how they came to know each other
 */
public record AllegationWords(
        @Nullable @Size(max = 4_000) String summary,
        @Nullable @Size(max = 4_000) String howMet) {
    @Override
    public String toString() {
        return "AllegationWords[hidden]";
    }
}
