package org.candour.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Bounds every JSON body, and keeps its hash for the endpoint that gives a receipt for it. */
@RestControllerAdvice
class JsonBodies extends RequestBodyAdviceAdapter {
    /** The request attribute that holds the SHA-256 of the body's bytes, in lower-case hexadecimal. */
    static final String SHA_256 = "org.candour.api.bodySha256";

    /** Larger than any report whose fields keep to their own bounds, with each character escaped. */
    static final int LIMIT_BYTES = 1024 * 1024;

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var bytes = message.getBody().readNBytes(LIMIT_BYTES + 1);
        if (bytes.length > LIMIT_BYTES) {
            throw new BodyTooLarge(LIMIT_BYTES);
        }
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(SHA_256, sha256(bytes), RequestAttributes.SCOPE_REQUEST);
        return new Buffered(message.getHeaders(), new ByteArrayInputStream(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private record Buffered(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
