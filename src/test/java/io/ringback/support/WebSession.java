package io.ringback.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser is to the server: keeps cookies, asks for pages, sends forms, and calls the API as a script of a page
 * does. It follows no redirects.
 */
public final class WebSession {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String base;

    private WebSession(String base) {
        this.base = base;
    }

    /** A browser that nobody has used to sign in. */
    public static WebSession at(int port) {
        return new WebSession(base(port));
    }

    /** The same, of a server that is found below this path. */
    public static WebSession at(int port, String contextPath) {
        return new WebSession(base(port) + contextPath);
    }

    /** The same browser, whose addresses are those of the whole host. */
    public WebSession atTheTop() {
        base = URI.create(base).resolve("/").toString().replaceAll("/$", "");
        return this;
    }

    /** The same browser, led to another node. */
    public WebSession to(int port) {
        base = base(port);
        return this;
    }

    /** Fills in the form of {@code /login}; the answer is what came back of it. */
    public Http.Answer signIn(String account, String password) {
        return signIn("/login", account, password);
    }

    /** Fills in the form at this address of the sign-in, which may name the page that is wanted. */
    public Http.Answer signIn(String address, String account, String password) {
        var form = page(address);
        var wanted = Pattern.compile("name=\"next\" value=\"([^\"]+)\"").matcher(form.body());
        var fields = new TreeMap<>(Map.of("username", account, "password", password, "_csrf", token(form)));
        if (wanted.find()) {
            fields.put("next", wanted.group(1).replace("&amp;", "&"));
        }
        return form("/login", fields);
    }

    public Http.Answer signOut() {
        return send(request("/logout")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse(""))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Asks for a page as the address bar does. */
    public Http.Answer page(String path) {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .GET()
                .build());
    }

    public Http.Answer form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Reads from the API as a script of a page does. */
    public Http.Answer get(String path) {
        return send(script(path).GET().build());
    }

    /** Opens a stream of events as a script of a page does; to be closed by the test. */
    public EventStream events(String path) {
        try {
            return new EventStream(send(
                    script(path).header("Accept", "text/event-stream").GET().build(),
                    HttpResponse.BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes something through the API as a script of a page does: with the token that is in the cookie. */
    public Http.Answer call(String method, String path, String json) {
        return send(script(path)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse(""))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** A request as a script of a page begins it, without a token. */
    public HttpRequest.Builder script(String path) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Dest", "empty");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    public Http.Answer send(HttpRequest request) {
        try {
            var response = send(request, HttpResponse.BodyHandlers.ofString());
            return new Http.Answer(response.statusCode(), response, response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IOException when the answer breaks off */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return client.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that it keeps. */
    public java.util.List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** The token in the form of a page. */
    public static String token(Http.Answer form) {
        var token = FORM_TOKEN.matcher(form.body());
        if (!token.find()) {
            throw new AssertionError("no form with a token: %d %s".formatted(form.status(), form.body()));
        }
        return token.group(1);
    }

    private static String base(int port) {
        return "http://localhost:" + port;
    }
}
