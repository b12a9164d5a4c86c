package io.ringback.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The port that a browser has used is the one it names in {@code Host}. Tomcat takes 443 for every request of which a proxy
 * says that it came by HTTPS; with a proxy on another port whole addresses, such as a link to choose a password, would
 * lead nowhere. {@code X-Forwarded-Port} counts for more.
 */
@Component
class PortOfHost implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextValves(new Valve());
    }

    /** The port in the header {@code Host}; -1 for none. */
    static int portOf(String host) {
        var colon = host.lastIndexOf(':');
        if (colon < 0 || host.endsWith("]") || !host.substring(colon + 1).matches("[0-9]{1,5}")) {
            return -1;
        }
        var port = Integer.parseInt(host.substring(colon + 1));
        return port > 0 && port <= 65_535 ? port : -1;
    }

    private static final class Valve extends ValveBase {

        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var host = request.getHeader("Host");
            if (host != null
                    && request.getHeader("X-Forwarded-Proto") != null
                    && request.getHeader("X-Forwarded-Port") == null) {
                var port = portOf(host);
                if (port > 0) {
                    request.setServerPort(port);
                }
            }
            getNext().invoke(request, response);
        }
    }
}
