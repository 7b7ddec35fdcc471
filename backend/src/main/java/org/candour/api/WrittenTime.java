package org.candour.api;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a date or an instant as ISO 8601 text and in no other form: 5 is not the sixth of January 1970. */
final class WrittenTime<T> extends StdScalarDeserializer<T> {
    private final transient Function<CharSequence, T> form;

    WrittenTime(Class<T> type, Function<CharSequence, T> form) {
        super(type);
        this.form = form;
    }

    @Override
    @SuppressWarnings("unchecked") // what Jackson's handlers return fits the type they are asked for, or they throw
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(getValueType(context), parser);
        }
        try {
            return form.apply(parser.getString());
        } catch (DateTimeException unreadable) {
            return (T) context.handleWeirdStringValue(handledType(), "", "not ISO 8601");
        }
    }
}
