package org.candour.api;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads text, and refuses what is none: half a character (an unpaired surrogate), which no UTF-8 can hold, so that it could
 * not be stored as sent; and NUL, at which other programs take a text to end.
 */
final class WellFormedText extends StdScalarDeserializer<String> {
    private static final char NUL = 0;

    WellFormedText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(tools.jackson.core.JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        var text = parser.getString();
        if (text.indexOf(NUL) >= 0) {
            return (String) context.handleWeirdStringValue(String.class, "", "NUL");
        }
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException unpaired) {
            return (String) context.handleWeirdStringValue(String.class, "", "half a character");
        }
        return text;
    }
}
