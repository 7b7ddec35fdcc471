package org.candour.development;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One person's browser: its cookies, and Keycloak's pages as they are. It never follows a redirect. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CookieManager cookies = new CookieManager() {
        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
            // Browsers hold the loopback interface to be safe and send it secure cookies without TLS; the JDK does not.
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return super.get(uri, headers);
        }
    };

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Document open(URI address) {
        var answer = get(address);
        if (answer.statusCode() != 200) {
            throw new LoginRefused(answer.headers()
                    .firstValue("Location")
                    .map(location -> query(URI.create(location)).toString())
                    .orElseGet(() -> reason(page(answer))));
        }
        return page(answer);
    }

    Document followRegistration(Document login) {
        var link = login.selectFirst("#kc-registration a");
        if (link == null) {
            throw new LoginRefused("The realm offers no registration");
        }
        return open(URI.create(link.absUrl("href")));
    }

    URI submitLogin(Document page, String username, String password) {
        return submit(form(page, "#kc-form-login"), Map.of("username", username, "password", password));
    }

    /** Gives user name and password where another step follows; the page of that step. */
    Document submitFirstStep(Document page, String username, String password) {
        var answer = submitted(form(page, "#kc-form-login"), Map.of("username", username, "password", password));
        if (answer.headers().firstValue("Location").isPresent()) {
            throw new LoginRefused("Keycloak asks for no second factor");
        }
        return page(answer);
    }

    URI submitCode(Document page, String code) {
        return submit(form(page, "#kc-otp-login-form"), Map.of("otp", code));
    }

    URI submitRegistration(Document page, String username, String password, Map<String, String> further) {
        var values = new LinkedHashMap<>(further);
        values.put("username", username);
        values.put("password", password);
        values.put("password-confirm", password);
        return submit(form(page, "#kc-register-form"), values);
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    HttpResponse<String> post(URI address, Map<String, String> form) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(OidcLogin.encoded(form))));
    }

    static Map<String, String> query(URI address) {
        var query = address.getRawQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&", -1))
                        .map(field -> field.split("=", 2))
                        .filter(field -> field.length == 2)
                        .collect(Collectors.toMap(
                                field -> URLDecoder.decode(field[0], UTF_8),
                                field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private URI submit(Element form, Map<String, String> values) {
        var answer = submitted(form, values);
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new LoginRefused(reason(page(answer))));
    }

    private HttpResponse<String> submitted(Element form, Map<String, String> values) {
        var fields = new LinkedHashMap<String, String>();
        for (var input : form.select("input[name]")) {
            fields.put(input.attr("name"), input.val());
        }
        fields.putAll(values);
        return post(URI.create(form.absUrl("action")), fields);
    }

    private static Element form(Document page, String selector) {
        var form = page.selectFirst(selector);
        if (form == null) {
            throw new LoginRefused(reason(page));
        }
        return form;
    }

    private static String reason(Document page) {
        var messages = page.select("[id^=input-error]:not([id*=container]), .kc-feedback-text, #kc-error-message p");
        var text = messages.eachText().stream().distinct().collect(Collectors.joining("; "));
        return text.isBlank() ? "Keycloak shows the page '" + page.title() + "'" : text;
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
