package org.candour.casework.proceedings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.data.annotation.TypeAlias;

/**
 * A code of a scheme in the rule file. A code without its scheme says nothing: the letters of 2020 and those before differ.
 *
 * @param scheme the scheme and its version, such as {@code iopc-2020}
 * @param code the code as the scheme writes it, such as {@code G2} or {@code 16}
 */
@TypeAlias("code")
public record Code(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        String scheme,

        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{0,63}")
        String code) {
    @Override
    public String toString() {
        return scheme + ":" + code;
    }
}
