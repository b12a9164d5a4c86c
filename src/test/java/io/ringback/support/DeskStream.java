package io.ringback.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The live stream of an agent's desk, as the agent's browser has it open on one node. */
public final class DeskStream implements AutoCloseable {

    private static final String DATA = "data:";

    private final List<JsonNode> desks = new CopyOnWriteArrayList<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Stream<String> lines;

    private DeskStream(Stream<String> lines) {
        this.lines = lines;
    }

    public static DeskStream of(Centre node, String agent) {
        var request = node.as(agent)
                .request("/api/v1/desk/events")
                .header("Accept", "text/event-stream")
                .build();
        var answer = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .join();
        var stream = new DeskStream(answer.body());
        var reader = new Thread(stream::read, "desk of " + agent);
        reader.setDaemon(true);
        reader.start();
        return stream;
    }

    /** The desks told so far, oldest first. */
    public List<JsonNode> desks() {
        return desks;
    }

    private void read() {
        try {
            lines.filter(line -> line.startsWith(DATA))
                    .map(line -> line.substring(DATA.length()))
                    .map(this::parsed)
                    .forEach(desks::add);
        } catch (UncheckedIOException e) {
            // Closed, by the test or by the server: there is no more to read.
        }
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
