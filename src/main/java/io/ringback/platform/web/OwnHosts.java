package io.ringback.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names under which the server may be called. Links and redirects are made with the name of the request, so one that
 * somebody else has chosen would lead people elsewhere.
 *
 * @param hosts names, with {@code *.} before one for those below it; without any, every name
 */
@ConfigurationProperties("ringback.own")
record OwnHosts(@DefaultValue List<String> hosts) {

    private static final String PROBES = "/actuator/health";

    OwnHosts {
        hosts.forEach(OwnHosts::pattern);
    }

    /** Probes come by the number of the machine; they are told nothing that depends on a name. */
    Predicate<HttpServletRequest> allowed() {
        var names = hosts.stream().map(OwnHosts::pattern).toList();
        return request -> names.isEmpty()
                || request.getRequestURI().startsWith(request.getContextPath() + PROBES)
                || names.stream().anyMatch(name -> name.fits(request.getServerName()));
    }

    private static HostPattern pattern(String host) {
        return HostPattern.of("ringback.own.hosts", host);
    }
}
