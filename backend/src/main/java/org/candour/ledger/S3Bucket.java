package org.candour.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * A bucket of an S3-style store, addressed by path. Objects are put with {@code If-None-Match: *}, so that none is written
 * over; beside that the bucket should be locked, and the key should allow to put, get and list, and nothing else.
 */
final class S3Bucket implements WriteOnce {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** Headers that the JDK's client sets itself. */
    private static final Set<String> OWN = Set.of("host", "content-length");

    private static final int LAST_DIGITS = 20;

    private final S3Settings settings;
    private final AwsCredentialsIdentity identity;
    private final Clock clock;
    private final BoundedHttp http = new BoundedHttp(TIMEOUT);
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    S3Bucket(S3Settings settings, Clock clock) {
        this.settings = settings;
        this.identity = AwsCredentialsIdentity.create(settings.accessKey(), settings.readSecretKey());
        this.clock = clock;
    }

    @Override
    public void put(String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int status = send(
                        request(SdkHttpMethod.PUT, settings.prefix() + name)
                                .putHeader("If-None-Match", "*")
                                .putHeader("Content-Type", "text/plain; charset=utf-8")
                                .build(),
                        bytes)
                .statusCode();
        if (status != 200 && status != 412) { // 412: there is one
            throw new IOException("The store answered " + status + " to a put");
        }
    }

    @Override
    public Optional<String> get(String name) throws IOException {
        var answer = send(request(SdkHttpMethod.GET, settings.prefix() + name).build(), new byte[0]);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(new String(answer.body(), StandardCharsets.UTF_8));
            case 404 -> Optional.empty();
            default -> throw new IOException("The store answered " + answer.statusCode() + " to a get");
        };
    }

    @Override
    public List<String> numbersAfter(String name, int limit) throws IOException {
        var request = request(SdkHttpMethod.GET, "")
                .putRawQueryParameter("list-type", "2")
                .putRawQueryParameter("max-keys", String.valueOf(limit))
                .putRawQueryParameter("prefix", settings.prefix())
                .putRawQueryParameter("start-after", settings.prefix() + name)
                .build();
        var answer = send(request, new byte[0]);
        if (answer.statusCode() != 200) {
            throw new IOException("The store answered " + answer.statusCode() + " to a list");
        }
        return keys(answer.body()).stream()
                .filter(key -> key.startsWith(settings.prefix()))
                .map(key -> key.substring(settings.prefix().length()))
                .filter(key -> NUMBER.matcher(key).matches())
                .toList();
    }

    /** A store lists upwards only, so the last is searched for digit by digit: at most 200 short lists, at the start. */
    @Override
    public Optional<String> lastNumber() throws IOException {
        var found = "";
        for (int digit = 0; digit < LAST_DIGITS; digit++) {
            int value = 9;
            while (value > 0 && numbersAfter(below(found + value), 1).isEmpty()) {
                value--;
            }
            found += value;
        }
        return get(found).isPresent() ? Optional.of(found) : Optional.empty();
    }

    /** The name just before every number that begins so. */
    private static String below(String start) {
        return start.substring(0, start.length() - 1)
                + (char) (start.charAt(start.length() - 1) - 1)
                + "9".repeat(LAST_DIGITS - start.length());
    }

    private SdkHttpRequest.Builder request(SdkHttpMethod method, String key) {
        return SdkHttpRequest.builder()
                .method(method)
                .uri(settings.endpoint())
                .encodedPath("/" + settings.bucket() + (key.isEmpty() ? "" : "/" + key));
    }

    private HttpResponse<byte[]> send(SdkHttpRequest request, byte[] body) throws IOException {
        var signed = signer.sign(sign -> sign.identity(identity)
                .request(request)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        var http = HttpRequest.newBuilder(uri(signed.request()))
                .method(
                        request.method().name(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        signed.request().forEachHeader((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> http.header(name, value));
            }
        });
        return this.http.send(http.build());
    }

    private static URI uri(SdkHttpRequest request) {
        var query = new ArrayList<String>();
        request.forEachRawQueryParameter((name, values) ->
                values.forEach(value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        var base = request.getUri();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath()
                + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    private static List<String> keys(byte[] listing) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        var keys = new ArrayList<String>();
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(listing));
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement() && reader.getLocalName().equals("Key")) {
                    keys.add(reader.getElementText());
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("The store's list cannot be read", e);
        }
        return keys;
    }
}
