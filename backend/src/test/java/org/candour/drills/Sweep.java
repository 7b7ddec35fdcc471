package org.candour.drills;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Looks for values in bytes, however they are written there. Bytes are handled as ISO-8859-1, one character each. */
final class Sweep {
    private final Map<String, Forms> forms = new LinkedHashMap<>();

    /** What to look for in the bytes as they are, and in the bytes in lower case. */
    private record Forms(Set<String> exact, Set<String> lower) {}

    Sweep(Collection<String> values) {
        values.forEach(value -> forms.put(value, formsOf(value)));
    }

    /** Those of the values that stand in {@code bytes} in any form. */
    Set<String> findsIn(byte[] bytes) {
        var exact = new String(bytes, ISO_8859_1);
        var lower = asciiLower(bytes);
        var found = new TreeSet<String>();
        forms.forEach((value, written) -> {
            if (written.exact().stream().anyMatch(exact::contains)
                    || written.lower().stream().anyMatch(lower::contains)) {
                found.add(value);
            }
        });
        return found;
    }

    Set<String> findsIn(String text) {
        return findsIn(text.getBytes(UTF_8));
    }

    private static Forms formsOf(String value) {
        var exact = new HashSet<String>();
        var lower = new HashSet<String>();
        for (var cased :
                new TreeSet<>(List.of(value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT)))) {
            exact.addAll(base64(cased.getBytes(UTF_8)));
            exact.addAll(base64(cased.getBytes(UTF_16BE)));
            var json = JsonMapper.shared().writeValueAsString(cased);
            for (var written : List.of(
                    cased,
                    HexFormat.of().formatHex(cased.getBytes(UTF_8)),
                    URLEncoder.encode(cased, UTF_8),
                    URLEncoder.encode(cased, UTF_8).replace("+", "%20"),
                    json.substring(1, json.length() - 1),
                    escaped(cased))) {
                lower.add(asciiLower(written.getBytes(UTF_8)));
            }
            lower.add(asciiLower(cased.getBytes(UTF_16BE)));
            lower.add(asciiLower(cased.getBytes(UTF_16LE)));
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
            var millis = LocalDate.parse(value)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            var bson = ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(millis);
            exact.add(new String(bson.array(), ISO_8859_1));
        }
        return new Forms(exact, lower);
    }

    /** Each character as a backslash, a u and four digits. */
    private static String escaped(String value) {
        var escaped = new StringBuilder();
        value.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.toString();
    }

    /** Base64 of something that holds the value: at each of three places in a group, less the ends that its neighbours share. */
    private static Set<String> base64(byte[] bytes) {
        var forms = new HashSet<String>();
        for (int shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            int from = shift == 0 ? 0 : shift + 1;
            for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                var encoded = encoder.withoutPadding().encodeToString(shifted);
                int to = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
                forms.add(encoded.substring(from, to));
            }
        }
        return forms;
    }

    private static String asciiLower(byte[] bytes) {
        var lower = bytes.clone();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] = (byte) (lower[i] | 0x20);
            }
        }
        return new String(lower, ISO_8859_1);
    }
}
