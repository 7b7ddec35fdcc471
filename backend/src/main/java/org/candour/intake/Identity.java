package org.candour.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who reports, and how they may safely be reached. Everything may be left out.
 *
 * @param name full name, as they give it
 * @param otherNames nicknames, former names, other spellings
 * @param dateOfBirth date of birth
 * @param addresses where they live, work or learn; always redacted
 * @param contacts safe-contact rules, one a channel
 * @param people others whom the account may name: children, relatives, witnesses
 */
public record Identity(
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 200) String> otherNames,
        @Nullable @PastOrPresent LocalDate dateOfBirth,
        @Nullable @Size(max = 20) List<@NotNull @Size(max = 400) String> addresses,
        @Nullable @Size(max = 20) List<@NotNull @Valid SafeContact> contacts,
        @Nullable @Size(max = 50) List<@NotNull @Valid NamedPerson> people) {
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
