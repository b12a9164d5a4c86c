package io.ringback.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a {@code text/event-stream}, read as they come. */
public final class EventStream implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 45;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<Stream<String>> response;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    EventStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        var reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    public @Nullable String contentType() {
        return response.headers().firstValue("Content-Type").orElse(null);
    }

    public int status() {
        return response.statusCode();
    }

    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Waits for the next line that fits. */
    public String line(Predicate<String> fits) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (var line = poll(deadline); line != null; line = poll(deadline)) {
            if (fits.test(line)) {
                return line;
            }
        }
        throw new AssertionError("the line did not come");
    }

    /** Waits for the next event of this name; answers its data. */
    public JsonNode event(String name) {
        line(("event:" + name)::equals);
        try {
            return JSON.readTree(line(line -> line.startsWith("data:")).substring("data:".length()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    /** Waits for an event of this name with data that fits. */
    public JsonNode event(String name, Predicate<JsonNode> fits) {
        for (int tries = 0; tries < 20; tries++) {
            var data = event(name);
            if (fits.test(data)) {
                return data;
            }
        }
        throw new AssertionError("20 events came, but none that fits");
    }

    /** Waits until the server has ended it; answers false when it goes on. */
    public boolean ends() {
        try {
            return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isOpen() {
        return ended.getCount() > 0;
    }

    @Override
    public void close() {
        response.body().close();
    }

    private @Nullable String poll(long deadline) {
        try {
            return lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            response.body().forEach(lines::add);
        } catch (RuntimeException closed) {
            lines.clear();
        } finally {
            ended.countDown();
        }
    }
}
