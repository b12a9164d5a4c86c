package io.ringback.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpHeaders;

/**
 * Keeps a few threads from everything but questions of health, so that those are answered while all others are stuck. Who
 * comes when the others are taken waits a moment, for which one of those who take their answers slowly is broken off, and is
 * told to come again when in that moment none of them was done.
 */
final class ThreadsForHealth extends ValveBase {

    private static final String HEALTH = "/actuator/health";
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Arrivals arrivals;
    private final Semaphore others;
    private volatile boolean stuck;

    /** @param threads that answer requests; one in twenty is kept, at least one */
    ThreadsForHealth(Arrivals arrivals, int threads) {
        super(true);
        this.arrivals = arrivals;
        this.others = new Semaphore(Math.max(1, threads - Math.max(1, threads / 20)));
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.isAsyncDispatching() || isForHealth(request)) {
            getNext().invoke(request, response);
            return;
        }
        if (!isAdmitted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            ContainerProblems.write(response, 503, "The server has too much to do. Try again in a moment.");
            return;
        }
        var arrival = RequestArrival.of(request);
        if (arrival == null) {
            try {
                getNext().invoke(request, response);
            } finally {
                isFree();
            }
        } else {
            // Not yet when we are back: whoever takes the last of the answer slowly keeps the thread until then.
            arrival.afterwards(this::isFree);
            getNext().invoke(request, response);
        }
    }

    private void isFree() {
        stuck = false;
        others.release();
    }

    private static boolean isForHealth(Request request) {
        var path = request.getServletPath(); // null for what is no address
        return path != null && path.startsWith(HEALTH);
    }

    private boolean isAdmitted() {
        if (others.tryAcquire()) {
            return true;
        }
        if (!arrivals.breakOffSlowestReader() && stuck) {
            return false;
        }
        try {
            stuck = !others.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return !stuck;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
