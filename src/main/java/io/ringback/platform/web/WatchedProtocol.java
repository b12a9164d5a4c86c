package io.ringback.platform.web;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP, with every request on its way in told to {@link Arrivals}. Tomcat itself limits only the time from one
 * byte to the next. Made by Tomcat from its name, hence public.
 */
public final class WatchedProtocol extends Http11NioProtocol {

    private @Nullable Arrivals arrivals;

    void tell(Arrivals watching) {
        this.arrivals = watching;
    }

    @Override
    protected Processor createProcessor() {
        return new WatchedProcessor(this, new WatchedAdapter(getAdapter(), Objects.requireNonNull(arrivals)));
    }

    private static final class WatchedProcessor extends Http11Processor {

        private final WatchedAdapter watched;

        WatchedProcessor(WatchedProtocol protocol, WatchedAdapter adapter) {
            super(protocol, adapter);
            this.watched = adapter;
        }

        @Override
        public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
            watched.begin(((NioChannel) socket.getSocket()).getIOChannel());
            var state = SocketState.CLOSED;
            try {
                state = super.process(socket, event);
                return state;
            } finally {
                // LONG: the headers are not complete yet, or an answer goes on without a thread.
                if (state != SocketState.LONG || isAsync()) {
                    watched.end();
                }
            }
        }
    }

    /** What one connection's processor hands its requests to. Used by one thread at a time. */
    private static final class WatchedAdapter implements Adapter {

        private final Adapter next;
        private final Arrivals arrivals;
        private @Nullable SocketChannel channel;
        private @Nullable RequestArrival arrival;

        WatchedAdapter(Adapter next, Arrivals arrivals) {
            this.next = next;
            this.arrivals = arrivals;
        }

        void begin(@Nullable SocketChannel from) {
            channel = from;
            if (arrival == null && from != null) {
                arrival = arrivals.begin(from);
            }
        }

        void end() {
            if (arrival != null) {
                arrivals.end(arrival);
                arrival = null;
            }
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            var coming = arrival;
            if (coming == null) {
                next.service(request, response);
                return;
            }
            coming.headersRead(request, response);
            var input = request.getInputBuffer();
            request.setInputBuffer(new WatchedBody(input, coming, request, arrivals.limits()));
            try {
                next.service(request, response);
            } finally {
                request.setInputBuffer(input);
                coming.handled();
                handled(coming, request);
            }
        }

        /** Tomcat reads what is left of the body before it takes the next request. */
        private void handled(RequestArrival coming, Request request) {
            if (request.isFinished()) {
                end();
                begin(channel);
            } else {
                coming.waits();
            }
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return next.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
            return next.asyncDispatch(request, response, event);
        }

        @Override
        public void log(Request request, Response response, long time) {
            next.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            next.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return next.getDomain();
        }
    }
}
