package org.candour.vault;

import org.bson.types.Binary;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Between a {@link Sealed} and the bytes it is stored as. */
final class SealedConversions {
    private SealedConversions() {}

    @WritingConverter
    enum Writing implements Converter<Sealed<?>, Binary> {
        INSTANCE;

        @Override
        public Binary convert(Sealed<?> sealed) {
            return new Binary(sealed.envelope());
        }
    }

    @ReadingConverter
    enum Reading implements Converter<Binary, Sealed<?>> {
        INSTANCE;

        @Override
        public Sealed<?> convert(Binary envelope) {
            return new Sealed<>(envelope.getData());
        }
    }
}
