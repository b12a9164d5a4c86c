package io.ringback.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/**
 * Another program that is told of events on 127.0.0.1. It answers 204 unless told otherwise; the statuses
 * {@link #SILENCE} and {@link #ENDLESS} stand for misbehaviour.
 */
public final class EventReceiver implements AutoCloseable {

    /** Never answers. */
    public static final int SILENCE = -1;

    /** Answers 200 and goes on for ever. */
    public static final int ENDLESS = -2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ToIntFunction<Received> answers = event -> 204;

    private EventReceiver(HttpServer server) {
        this.server = server;
    }

    public static EventReceiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var receiver = new EventReceiver(server);
            server.createContext("/", receiver::take);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "event-receiver");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:%d/events?key=s3cret"
                .formatted(server.getAddress().getPort());
    }

    /** From now on it answers with these statuses; what it has answered 2xx counts as taken. */
    public EventReceiver answering(ToIntFunction<Received> statuses) {
        answers = statuses;
        return this;
    }

    /** Everything that came, in the order in which it came. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What it has taken, by what was changed. */
    public List<String> changes() {
        return received.stream().filter(Received::taken).map(Received::change).toList();
    }

    public void forget() {
        received.clear();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            var event = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    exchange.getRequestBody().readAllBytes(),
                    0);
            var status = answers.applyAsInt(event);
            received.add(event.answered(status));
            answer(exchange, status);
        }
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        switch (status) {
            case SILENCE -> await();
            case ENDLESS -> {
                exchange.sendResponseHeaders(200, 0);
                while (closed.getCount() > 0) {
                    exchange.getResponseBody().write(new byte[8_192]);
                }
            }
            case 302 -> {
                exchange.getResponseHeaders().set("Location", url());
                exchange.sendResponseHeaders(302, -1);
            }
            case 429 -> {
                exchange.getResponseHeaders().set("Retry-After", "600");
                exchange.sendResponseHeaders(429, -1);
            }
            default -> exchange.sendResponseHeaders(status, -1);
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message as it came. */
    public record Received(String method, String path, Map<String, String> headers, byte[] body, int status) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** What was changed: {@code REQUESTED}, {@code ALLOCATED}. */
        public String change() {
            return json().at("/data/change").asText();
        }

        public boolean isAbout(JsonNode callback) {
            return json().at("/data/callbackId").equals(callback.path("id"));
        }

        public boolean taken() {
            return status >= 200 && status < 300;
        }

        Received answered(int with) {
            return new Received(method, path, headers, body, with);
        }
    }
}
