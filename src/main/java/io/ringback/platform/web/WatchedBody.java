package io.ringback.platform.web;

import java.io.IOException;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request, whoever reads it: the parser of a form, a filter, a controller. */
final class WatchedBody implements InputBuffer {

    private final InputBuffer body;
    private final RequestArrival arrival;
    private final Request request;
    private final long most;

    WatchedBody(InputBuffer body, RequestArrival arrival, Request request, RequestLimits limits) {
        this.body = body;
        this.arrival = arrival;
        this.request = request;
        this.most = limits.strangersBody().toBytes();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (!arrival.isKnown() && isTooLarge()) {
            arrival.tooLarge(most);
            throw new BodyTooLarge(most);
        }
        arrival.waits();
        try {
            return body.doRead(handler);
        } catch (IOException e) {
            arrival.brokeOff();
            throw e;
        } finally {
            arrival.waitsNoMore();
        }
    }

    private boolean isTooLarge() {
        return request.getContentLengthLong() > most || request.getBytesRead() > most;
    }

    @Override
    public int available() {
        return body.available();
    }
}
