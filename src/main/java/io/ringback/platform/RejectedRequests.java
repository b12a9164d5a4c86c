package io.ringback.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What no address may contain is refused before anything reads it. */
@Configuration(proxyBeanMethods = false)
class RejectedRequests {

    static final String DETAIL = "The address, a parameter or a header holds characters that are not allowed there.";

    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
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
            problems.write(response, ProblemType.MALFORMED_REQUEST.withDetail(DETAIL));
        }
    }
}
