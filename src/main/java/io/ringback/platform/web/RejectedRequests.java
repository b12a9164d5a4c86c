package io.ringback.platform.web;

import io.ringback.platform.input.Texts;
import io.ringback.platform.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What no address may contain is refused before anything reads it. */
@Configuration(proxyBeanMethods = false)
class RejectedRequests {

    /** Of a request under a name that is none of ours. */
    static final String FOREIGN_HOST =
            "This server is not called under this name; an administrator can permit it in ringback.own.hosts.";

    static final String DETAIL = "The address, a parameter or a header holds characters that are not allowed there.";

    @Bean
    HttpFirewall httpFirewall(OwnHosts own) {
        var allowed = own.allowed();
        StrictHttpFirewall firewall = new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                if (!allowed.test(request)) {
                    throw new RequestRejectedException(FOREIGN_HOST);
                }
                return super.getFirewalledRequest(request);
            }
        };
        firewall.setAllowedParameterNames(Texts::isStorable);
        firewall.setAllowedParameterValues(Texts::isStorable);
        return firewall;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return new ProblemHandler(problems);
    }

    private record ProblemHandler(ProblemWriter problems) implements RequestRejectedHandler {

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
                throws IOException {
            var detail = FOREIGN_HOST.equals(rejected.getMessage()) ? FOREIGN_HOST : DETAIL;
            problems.write(response, ProblemType.MALFORMED_REQUEST.withDetail(detail));
        }
    }
}
