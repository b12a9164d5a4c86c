package io.ringback.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * The one place that decides where a request comes from; nothing behind it sees what somebody else has written into the
 * headers for that.
 */
final class ProxyValve extends ValveBase {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** Both tell the address, the second one among others. */
    private static final List<String> OF_ADDRESS = List.of(FORWARDED_FOR, "Forwarded");

    private static final List<String> ALL = List.of(
            FORWARDED_FOR,
            "Forwarded",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl");

    private final TrustedProxies proxies;

    ProxyValve(TrustedProxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!request.isAsyncDispatching()) {
            decide(request);
        }
        getNext().invoke(request, response);
    }

    private void decide(Request request) {
        var headers = request.getCoyoteRequest().getMimeHeaders();
        var peer = request.getRemoteAddr();
        List<String> told = Collections.list(request.getHeaders(FORWARDED_FOR));
        var trusted = proxies.contain(peer);
        (trusted || proxies.areNone() ? OF_ADDRESS : ALL).forEach(headers::removeHeader);
        if (trusted && !told.isEmpty()) {
            var client = proxies.clientOf(peer, told);
            request.setRemoteAddr(client);
            headers.setValue(FORWARDED_FOR).setString(client);
        }
    }
}
