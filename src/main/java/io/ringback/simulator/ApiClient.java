package io.ringback.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls the server's API by HTTP Basic, as docs and contract say; nothing here knows the server from inside. */
@Component
@WithSimulator
class ApiClient {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final OwnAddress server;
    private final String password;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST_WAIT).build();

    ApiClient(OwnAddress server, SimulatorProperties settings, ObjectMapper json) {
        this.server = server;
        this.password = settings.password();
        this.json = json;
    }

    /**
     * @param account whose rights count
     * @throws Refused when the server answers with a problem
     */
    JsonNode get(String account, String path) {
        return send(account, "GET", path, BodyPublishers.noBody());
    }

    /** Likewise. */
    JsonNode put(String account, String path, Map<String, ?> body) {
        return send(account, "PUT", path, written(body));
    }

    /** Likewise. */
    JsonNode post(String account, String path, Object body) {
        return send(account, "POST", path, written(body));
    }

    private JsonNode send(String account, String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(LONGEST_WAIT)
                .header("Authorization", "Basic " + credentials(account))
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return read(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The simulator is being stopped", e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        var body = answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
        if (answer.statusCode() >= 300) {
            throw new Refused(answer.statusCode(), body.path("detail").asText("no reason given"));
        }
        return body;
    }

    private BodyPublisher written(Object body) {
        try {
            return BodyPublishers.ofString(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request could not be written as JSON", e);
        }
    }

    private String credentials(String account) {
        return Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
