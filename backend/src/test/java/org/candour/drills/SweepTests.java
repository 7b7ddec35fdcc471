package org.candour.drills;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that finds nothing proves something only if it would find what is there. */
class SweepTests {
    private static final String VALUE = "Zqvalu\u00e9 \"x\"";

    private final Sweep sweep = new Sweep(List.of(VALUE, "1963-10-27"));

    static Stream<byte[]> written() {
        var utf8 = VALUE.getBytes(UTF_8);
        return Stream.of(
                utf8,
                VALUE.toLowerCase(Locale.ROOT).getBytes(UTF_8),
                VALUE.toUpperCase(Locale.ROOT).getBytes(UTF_8),
                VALUE.getBytes(UTF_16LE),
                VALUE.getBytes(UTF_16BE),
                HexFormat.of().formatHex(utf8).getBytes(UTF_8),
                HexFormat.of().withUpperCase().formatHex(utf8).getBytes(UTF_8),
                Base64.getEncoder().encode(utf8),
                Base64.getEncoder().encode(("a" + VALUE + "b").getBytes(UTF_8)),
                Base64.getUrlEncoder().encode(("ab" + VALUE + "cde").getBytes(UTF_8)),
                URLEncoder.encode(VALUE, UTF_8).getBytes(UTF_8),
                "Zqvalu\u00e9 \\\"x\\\"".getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("written")
    void aValueIsFoundHoweverItIsWritten(byte[] written) {
        var around = new byte[written.length + 7];
        System.arraycopy(written, 0, around, 3, written.length);

        assertThat(sweep.findsIn(around)).containsExactly(VALUE);
    }

    @Test
    void aDateIsFoundAsTextAndAsBson() {
        var millis = java.time.Instant.parse("1963-10-27T00:00:00Z").toEpochMilli();
        var bson = new RawBsonDocument(new BsonDocument("born", new BsonDateTime(millis)), new BsonDocumentCodec());

        assertThat(sweep.findsIn("born 1963-10-27.")).containsExactly("1963-10-27");
        assertThat(sweep.findsIn(bson.getByteBuffer().array())).containsExactly("1963-10-27");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(sweep.findsIn("Zqvalu and 1963-10-28")).isEmpty();
    }
}
