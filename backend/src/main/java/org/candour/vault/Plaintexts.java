package org.candour.vault;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes that are sealed: a record as JSON. The mapper is this room's own, so that no setting made for the web changes what
 * is stored for a lifetime.
 */
final class Plaintexts {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Plaintexts() {}

    static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(cannot("write", value.getClass(), e));
        }
    }

    /** @throws IllegalArgumentException if they are no {@code type}: it changed without a new schema */
    static <T> T value(byte[] bytes, Class<T> type) {
        try {
            return JSON.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(cannot("read", type, e));
        }
    }

    /** Jackson's messages quote what they read, so neither they nor the exception may go on. */
    private static String cannot(String verb, Class<?> type, JacksonException e) {
        return "Cannot " + verb + " a sealed " + type.getName() + " ("
                + e.getClass().getSimpleName() + ")";
    }
}
