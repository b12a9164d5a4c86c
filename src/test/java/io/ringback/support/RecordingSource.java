package io.ringback.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone system that keeps recordings: every {@code /recordings/….wav} is a second of 440 Hz, given whole or in
 * parts. Names that begin with {@code redirect}, {@code page}, {@code huge}, {@code endless}, {@code silent},
 * {@code stalls}, {@code breaks}, {@code missing}, {@code broken}, {@code simple} (knows no ranges), {@code unmeasured}
 * or {@code packed} behave as the name says.
 */
public final class RecordingSource implements AutoCloseable {

    private static final byte[] TONE = wav();
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private RecordingSource(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port of 127.0.0.1. */
    public static RecordingSource start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var source = new RecordingSource(server);
            server.createContext("/", source::answer);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "recording-source");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return source;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where its recordings lie: for {@code ringback.recordings.sources}. */
    public String base() {
        return "http://127.0.0.1:%d/recordings/".formatted(server.getAddress().getPort());
    }

    public String url(String name) {
        return base() + name + ".wav";
    }

    /** The bytes of every recording. */
    public static byte[] tone() {
        return TONE.clone();
    }

    /** What it was asked for so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void forget() {
        asked.clear();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var path = exchange.getRequestURI().toString();
            asked.add(new Asked(path, headers.getFirst("Range"), headers.getFirst("Authorization")));
            var name = path.substring(path.lastIndexOf('/') + 1);
            switch (name.replaceAll("[^a-z].*", "")) {
                case "redirect" -> redirect(exchange);
                case "page" -> whole(exchange, "text/html", "<h1>page</h1>".getBytes(StandardCharsets.UTF_8));
                case "broken" -> exchange.sendResponseHeaders(500, -1);
                case "missing" -> exchange.sendResponseHeaders(404, -1);
                case "huge" -> huge(exchange);
                case "endless" -> endless(exchange);
                case "silent" -> await();
                case "stalls" -> stalls(exchange);
                case "breaks" -> breaks(exchange);
                case "simple" -> whole(exchange, "audio/wav", TONE);
                case "unmeasured" -> unmeasured(exchange);
                case "packed" -> packed(exchange);
                default -> tone(exchange);
            }
        }
    }

    private void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", url("elsewhere"));
        exchange.sendResponseHeaders(302, -1);
    }

    private static void whole(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    private static void tone(HttpExchange exchange) throws IOException {
        var range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                .map(RANGE::matcher)
                .filter(java.util.regex.Matcher::matches);
        if (range.isEmpty()) {
            whole(exchange, "audio/wav", TONE);
            return;
        }
        var suffix = range.get().group(1).isEmpty();
        var first = suffix
                ? Math.max(0, TONE.length - Integer.parseInt(range.get().group(2)))
                : Integer.parseInt(range.get().group(1));
        var last = suffix || range.get().group(2).isEmpty()
                ? TONE.length - 1
                : Math.min(TONE.length - 1, Integer.parseInt(range.get().group(2)));
        if (first > last) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + TONE.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "audio/wav");
        exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(first, last, TONE.length));
        exchange.sendResponseHeaders(206, last - first + 1);
        exchange.getResponseBody().write(TONE, first, last - first + 1);
    }

    private static void huge(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "audio/wav");
        exchange.sendResponseHeaders(200, 1L << 40);
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "audio/wav");
        exchange.sendResponseHeaders(200, 0);
        while (closed.getCount() > 0) {
            exchange.getResponseBody().write(TONE);
        }
    }

    private void stalls(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "audio/wav");
        exchange.sendResponseHeaders(200, TONE.length);
        exchange.getResponseBody().write(TONE, 0, 100);
        exchange.getResponseBody().flush();
        await();
    }

    private static void breaks(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "audio/wav");
        exchange.sendResponseHeaders(200, TONE.length);
        exchange.getResponseBody().write(TONE, 0, 100);
    }

    private static void unmeasured(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "audio/x-wav; charset=binary");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(TONE);
    }

    private static void packed(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        whole(exchange, "audio/wav", TONE);
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One second of 440 Hz, 8000 samples of 16 bits, mono. */
    private static byte[] wav() {
        int rate = 8_000;
        var bytes = ByteBuffer.allocate(44 + 2 * rate).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * rate);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * rate);
        for (int i = 0; i < rate; i++) {
            bytes.putShort((short) (8_000 * Math.sin(2 * Math.PI * 440 * i / rate)));
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** A request it was sent. */
    public record Asked(
            String path, @Nullable String range, @Nullable String authorization) {}
}
