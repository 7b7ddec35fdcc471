package org.candour.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach the victim, and whether and how it is safe (DOMAIN section 6).
 *
 * @param channel the kind of address
 * @param address number or address
 * @param isAllowed whether it may be used at all
 * @param safeTimes when, in the victim's words
 * @param codeWord what to say so that they know who calls
 * @param whoElseCanSee who else may answer or read it
 * @param isVoicemailAllowed whether a message may be left
 */
public record SafeContact(
        @NotNull Channel channel,
        @NotBlank @Size(max = 320) String address,
        @NotNull Boolean isAllowed,
        @Nullable @Size(max = 500) String safeTimes,
        @Nullable @Size(max = 100) String codeWord,
        @Nullable @Size(max = 500) String whoElseCanSee,
        @Nullable Boolean isVoicemailAllowed) {
    /** The kind of address. */
    public enum Channel {
        PHONE,
        EMAIL,
        POST
    }

    @Override
    public String toString() {
        return "SafeContact[hidden]";
    }
}
