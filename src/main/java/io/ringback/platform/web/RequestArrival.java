package io.ringback.platform.web;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/** A request on its way in: since when, how far it has come, and whether it was broken off. */
final class RequestArrival {

    /** The attribute of a request by which it is found. */
    private static final String ATTRIBUTE = RequestArrival.class.getName();

    private final SocketChannel channel;
    private final Arrivals arrivals;
    private final long number;
    private volatile long since = System.nanoTime();
    private volatile boolean headersRead;
    private volatile boolean waiting;
    private volatile boolean known;
    private volatile boolean cutOff;
    private volatile boolean broken;
    private volatile long most;
    private volatile @Nullable Response answer;
    private @Nullable Runnable afterwards;

    RequestArrival(SocketChannel channel, Arrivals arrivals, long number) {
        this.channel = channel;
        this.arrivals = arrivals;
        this.number = number;
    }

    static @Nullable RequestArrival of(ServletRequest request) {
        return (RequestArrival) request.getAttribute(ATTRIBUTE);
    }

    /** Whether the body of the request ended before its end. */
    static boolean brokeOff(ServletRequest request) {
        var arrival = of(request);
        return arrival != null && arrival.broken;
    }

    /** Whether its body ended since it took too long. */
    static boolean tookTooLong(ServletRequest request) {
        var arrival = of(request);
        return arrival != null && arrival.cutOff;
    }

    /** How many bytes its body might have had, which has more; 0 if it is not too large. */
    static long exceeded(ServletRequest request) {
        var arrival = of(request);
        return arrival == null ? 0 : arrival.most;
    }

    /** Somebody who may take more time and room sends it. */
    static void isKnown(ServletRequest request) {
        var arrival = of(request);
        if (arrival != null) {
            arrival.known = true;
        }
    }

    void headersRead(Request request, Response response) {
        answer = response;
        since = System.nanoTime();
        headersRead = true;
        request.setAttribute(ATTRIBUTE, this);
    }

    /** A thread begins to wait for more of the body, for which another one may have to stop waiting. */
    void waits() {
        waiting = true;
        arrivals.waits(this);
    }

    void waitsNoMore() {
        waiting = false;
        arrivals.waitsNoMore(this);
    }

    void tooLarge(long exceeded) {
        most = exceeded;
    }

    void brokeOff() {
        broken = true;
    }

    /** For how long the sender has kept a thread with taking the answer, in ns of {@link System#nanoTime}; 0 while none is sent. */
    long beingAnswered(long now) {
        var sent = answer;
        return sent == null || !sent.isCommitted() ? 0 : Math.max(0, now - sent.getCommitTimeNanos());
    }

    /** Told when the thread is done with it: not before the last of its answer is taken, for which it may have to wait. */
    void afterwards(Runnable told) {
        afterwards = told;
    }

    void handled() {
        answer = null;
        var told = afterwards;
        afterwards = null;
        if (told != null) {
            told.run();
        }
    }

    /** Whoever waits for its answer to be taken waits no longer; what has not been taken is lost. */
    void breakOff() {
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            // closed already
        }
    }

    boolean isKnown() {
        return known;
    }

    /** Rises from one to the next. */
    long number() {
        return number;
    }

    boolean isOverdue(long now, RequestLimits limits) {
        var within = !headersRead ? limits.headersWithin() : known ? limits.accountsWithin() : limits.strangersWithin();
        return !cutOff && (!headersRead || waiting) && now - since > within.toNanos();
    }

    /** Whoever waits for more of it is told that there is no more; the answer can still be sent. */
    void cutOff() {
        cutOff = true;
        try {
            channel.shutdownInput();
        } catch (IOException e) {
            // closed already
        }
    }
}
