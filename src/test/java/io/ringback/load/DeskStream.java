package io.ringback.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An agent's live stream, read as it comes. */
public final class DeskStream implements AutoCloseable {

    private final InputStream body;
    private final BufferedReader lines;
    private final LinkedBlockingQueue<Offer> offers = new LinkedBlockingQueue<>();

    /** A desk with a case on it, and when it was seen there. */
    public record Offer(Given given, Instant at) {}

    /** @param caller the agent */
    public DeskStream(Caller caller) {
        try {
            this.body = caller.stream("/api/v1/desk/events");
            this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the stream could not be opened", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        var reader = new Thread(this::read, "desk-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** When the callback was first seen on the desk; null when it was not within the time. */
    public @Nullable Offer await(String callbackId, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toNanos(); left > 0; left = end - System.nanoTime()) {
                var offer = offers.poll(left, TimeUnit.NANOSECONDS);
                if (offer != null && offer.given().callbackId().equals(callbackId)) {
                    return offer;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void read() {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var at = Instant.now();
                if (line.startsWith("data:")) {
                    var given = Given.on(Caller.JSON.readTree(line.substring("data:".length())));
                    if (given != null) {
                        offers.add(new Offer(given, at));
                    }
                }
            }
        } catch (IOException e) {
            offers.clear();
        }
    }

    @Override
    public void close() {
        try {
            body.close(); // the reader of its lines is locked by whoever waits for one
        } catch (IOException e) {
            throw new IllegalStateException("the stream could not be closed", e);
        }
    }
}
