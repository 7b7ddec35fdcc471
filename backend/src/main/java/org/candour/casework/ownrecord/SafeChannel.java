package org.candour.casework.ownrecord;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.candour.intake.SafeContact;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach the victim, and whether and how it is safe (DOMAIN section 6, safe-contact record).
 *
 * @param channel the kind of address
 * @param address number or address
 * @param allowed whether it may be used at all
 * @param safeTimes when, in the victim's words
 * @param codeWord what to say so that they know who calls
 * @param whoElseCanSee who else may answer or read it
 * @param voicemailAllowed whether a voicemail may be left
 * @param senderName the name to show as the sender
 * @param numberWithheld whether the caller's number must be withheld
 * @param leaveNoMessage whether no message may be left with anybody
 * @param fallback what to do if they cannot be reached so
 */
public record SafeChannel(
        @NotNull SafeContact.Channel channel,
        @NotBlank @Size(max = 320) String address,
        @NotNull Answer allowed,
        @Nullable @Size(max = 500) String safeTimes,
        @Nullable @Size(max = 100) String codeWord,
        @Nullable @Size(max = 500) String whoElseCanSee,
        @NotNull Answer voicemailAllowed,
        @Nullable @Size(max = 100) String senderName,
        @NotNull Answer numberWithheld,
        @NotNull Answer leaveNoMessage,
        @Nullable @Size(max = 500) String fallback) {
    /** What the report said; what it did not ask is unknown. */
    public static SafeChannel of(SafeContact contact) {
        return new SafeChannel(
                contact.channel(),
                contact.address(),
                Answer.of(contact.isAllowed()),
                contact.safeTimes(),
                contact.codeWord(),
                contact.whoElseCanSee(),
                Answer.of(contact.isVoicemailAllowed()),
                null,
                Answer.UNKNOWN,
                Answer.UNKNOWN,
                null);
    }

    @Override
    public String toString() {
        return "SafeChannel[hidden]";
    }
}
