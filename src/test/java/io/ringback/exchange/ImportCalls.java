package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Http;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Sends files as a program does. */
final class ImportCalls {

    private final Http caller;

    ImportCalls(Http caller) {
        this.caller = caller;
    }

    Http.Answer send(String csv, String query) {
        return caller.send(caller.request("/api/v1/imports" + query)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv))
                .build());
    }

    /** A file as people have it, about which its sender is asked. */
    Http.Answer ask(byte[] file, String type, String query) {
        return caller.send(caller.request("/api/v1/imports?ask=true" + query)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build());
    }

    Http.Answer settle(JsonNode file, String layout) {
        return caller.put("/api/v1/imports/%s/layout".formatted(file.path("id").asText()), layout);
    }

    Http.Answer mend(JsonNode file, String mends) {
        return caller.post("/api/v1/imports/%s/mends".formatted(file.path("id").asText()), mends);
    }

    Http.Answer part(JsonNode file, String part) {
        return caller.get("/api/v1/imports/%s/%s".formatted(file.path("id").asText(), part));
    }

    JsonNode look(String csv) {
        return look(csv, "");
    }

    JsonNode look(String csv, String query) {
        var answer = send(csv, query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** Waits until it was looked at. */
    JsonNode looked(JsonNode file) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> !get(file).json().path("state").asText().equals("CHECKING"));
        return get(file).json();
    }

    Http.Answer confirm(JsonNode file, boolean skipInvalid) {
        return caller.post(
                "/api/v1/imports/%s/confirm".formatted(file.path("id").asText()),
                "{\"skipInvalid\":%s}".formatted(skipInvalid));
    }

    /** Confirms it and waits until it is done; answers it as it is then. */
    JsonNode run(JsonNode file, boolean skipInvalid) {
        var answer = confirm(file, skipInvalid);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return done(file);
    }

    JsonNode done(JsonNode file) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(file).json().path("state").asText().equals("DONE"));
        return get(file).json();
    }

    Http.Answer get(JsonNode file) {
        return caller.get("/api/v1/imports/" + file.path("id").asText());
    }

    String report(JsonNode file) {
        return caller.get("/api/v1/imports/%s/report.csv"
                        .formatted(file.path("id").asText()))
                .body();
    }

    /** What the items hold under this name, in their order. */
    static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
