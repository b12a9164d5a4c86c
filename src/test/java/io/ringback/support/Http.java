package io.ringback.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Calls a server under test as an outside program would. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final @Nullable String credentials;

    private Http(String base, @Nullable String credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    public static Http at(int port) {
        return at(port, "");
    }

    /** A server that is found below this path. */
    public static Http at(int port, String contextPath) {
        return new Http("http://localhost:" + port + contextPath, null);
    }

    public Http as(String user, String password) {
        var pair = user + ":" + password;
        return new Http(base, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** As a program with a token. */
    public Http with(String token) {
        return new Http(base, "Bearer " + token);
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** A POST with one more header. */
    public Answer post(String path, String json, String header, String value) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Opens a stream of events, to be closed by the test. */
    public EventStream events(String path) {
        return events(request(path));
    }

    /** Opens it again like a browser that had this event last. */
    public EventStream eventsSince(String lastEventId, String path) {
        return events(request(path).header("Last-Event-ID", lastEventId));
    }

    private static EventStream events(HttpRequest.Builder stream) {
        var request = stream.header("Accept", "text/event-stream").GET().build();
        try {
            return new EventStream(CLIENT.send(request, HttpResponse.BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer send(String method, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** A request to this server as this caller, to be finished by a test with wishes of its own. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        return credentials == null ? request : request.header("Authorization", credentials);
    }

    public Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a GET as the file that it is. */
    public byte[] bytes(String path) {
        try {
            return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status alone, also of an answer that never ends. */
    public int statusOf(HttpRequest request) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<String> response, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + body, e);
            }
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The last part of the problem's type URI. */
        public String problem() {
            return json().path("type").asText().replace("urn:ringback:problem:", "");
        }
    }
}
