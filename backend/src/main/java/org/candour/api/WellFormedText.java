package org.candour.api;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads text, and refuses half a character (an unpaired surrogate): no UTF-8 can hold it, so it could not be stored as sent. */
final class WellFormedText extends StdScalarDeserializer<String> {
    WellFormedText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(tools.jackson.core.JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        var text = parser.getString();
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException unpaired) {
            return (String) context.handleWeirdStringValue(String.class, "", "half a character");
        }
        return text;
    }
}
