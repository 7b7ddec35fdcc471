package org.candour.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request, ready for anybody to send.
 *
 * @param id the case or disclosure that {@code path} names; null if it names none
 * @param body to be sent as JSON; null for none
 */
record Call(
        String method,
        String path,
        @Nullable String id,
        @Nullable Object body,
        Map<String, String> headers) {
    static Call of(String endpoint, Map<String, String> headers, @Nullable Object body) {
        var methodAndPath = endpoint.split(" ", 2);
        return new Call(methodAndPath[0], methodAndPath[1], null, body, headers);
    }

    static Call of(String endpoint) {
        return of(endpoint, Map.of(), null);
    }

    /** The same about this case or disclosure; the path is the pattern of the endpoint. */
    Call about(String thing) {
        return new Call(method, path.replaceFirst("\\{[a-zA-Z]+}", thing), thing, body, headers);
    }

    /** The same about something else. */
    Call aboutAnother(String thing) {
        return new Call(method, path.replace(java.util.Objects.requireNonNull(id), thing), thing, body, headers);
    }

    Answer by(ApiClient who) {
        var publisher = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
        return who.send(method, path, publisher, headers);
    }

    boolean onlyReads() {
        return method.equals("GET");
    }
}
