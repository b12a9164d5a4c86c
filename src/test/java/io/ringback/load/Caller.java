package io.ringback.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.support.WebSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** One account calling the server. Connections are kept open; the same headers say with every request who calls. */
public final class Caller {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI target;
    private final String[] headers;

    /** @param credentials {@code id:password}, sent with every request as programs do */
    public Caller(URI target, String credentials) {
        this(
                target,
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private Caller(URI target, String... headers) {
        this.target = target;
        this.headers = headers;
    }

    /** Signs in with the form, and calls with the session as the scripts of a page do. */
    public static Caller withSession(URI target, String id, String password) {
        var browser = WebSession.at(target.getPort());
        browser.signIn(id, password);
        browser.page("/desk");
        var token = browser.cookie("XSRF-TOKEN").orElseThrow();
        return new Caller(
                target,
                "Cookie",
                "SESSION=%s; XSRF-TOKEN=%s".formatted(browser.cookie("SESSION").orElseThrow(), token),
                "X-XSRF-TOKEN",
                token);
    }

    public JsonNode get(String path) {
        return send("GET", path, null, 200);
    }

    public JsonNode post(String path, Map<String, ?> body, int expected) {
        return send("POST", path, body, expected);
    }

    public JsonNode put(String path, Map<String, ?> body, int... expected) {
        return send("PUT", path, body, expected);
    }

    /** The body of an answer that goes on until it is closed. */
    InputStream stream(String path) throws IOException, InterruptedException {
        var answer = CLIENT.send(request(path).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("GET %s answered %d".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    /** Hands on the lines of an answer that goes on; completes when it ends. */
    CompletableFuture<HttpResponse<Void>> follow(String path, Flow.Subscriber<String> lines) {
        var request = request(path).header("Accept", "text/event-stream").build();
        return CLIENT.sendAsync(request, BodyHandlers.fromLineSubscriber(lines));
    }

    /** Sends it without waiting; completes with the status of the answer. */
    CompletableFuture<Integer> putLater(String path, Map<String, ?> body) throws JsonProcessingException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return CLIENT.sendAsync(request.build(), BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private JsonNode send(String method, String path, @Nullable Map<String, ?> body, int... expected) {
        try {
            var content =
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            var request = request(path).timeout(Duration.ofSeconds(30)).method(method, content);
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            if (Arrays.stream(expected).noneMatch(status -> status == answer.statusCode())) {
                throw new IllegalStateException("%s %s: expected %s, but the answer was %d %s"
                        .formatted(
                                method,
                                path,
                                Arrays.toString(expected),
                                answer.statusCode(),
                                new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(target.resolve(path)).headers(headers);
    }
}
