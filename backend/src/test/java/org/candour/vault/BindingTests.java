package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class BindingTests {
    @Property
    void differentItemsNeverGiveTheSameBytes(
            @ForAll List<@AlphaChars @StringLength(max = 3) String> some,
            @ForAll List<@AlphaChars @StringLength(max = 3) String> others) {
        assertThat(Arrays.equals(bytes(some), bytes(others))).isEqualTo(some.equals(others));
    }

    @Property
    void aBoundaryCannotMove(@ForAll @StringLength(min = 1, max = 20) String item) {
        var split = item.substring(0, item.length() - 1);
        var rest = item.substring(item.length() - 1);

        assertThat(bytes(List.of(item, ""))).isNotEqualTo(bytes(List.of(split, rest)));
    }

    @Property
    void aUuidComesBackFromItsBytes(@ForAll long most, @ForAll long least) {
        var id = new UUID(most, least);

        assertThat(Binding.uuid(ByteBuffer.wrap(Binding.bytes(id)))).isEqualTo(id);
    }

    private static byte[] bytes(List<String> items) {
        var binding = Binding.of("test");
        items.forEach(binding::with);
        return binding.bytes();
    }
}
