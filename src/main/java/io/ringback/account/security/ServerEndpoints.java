package io.ringback.account.security;

import static io.ringback.account.Role.ADMIN;
import static io.ringback.account.Role.INTEGRATOR;
import static io.ringback.account.security.EndpointRule.allow;
import static io.ringback.account.security.EndpointRule.allowEverybody;
import static io.ringback.account.security.ListHold.NONE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.ringback.account.Role;
import java.util.List;

/** Of everybody, and of the server itself. */
final class ServerEndpoints {

    static final List<EndpointRule> ALL = List.of(
            // Pages
            allowEverybody(GET, "/login"),
            allowEverybody(POST, "/login"),
            allowEverybody(POST, "/logout"),
            allow(GET, "/", Role.values()),

            // The simulator, which is not there with a data source unless asked for; the server's own machine only
            allowEverybody(GET, "/simulator"),
            allowEverybody(GET, "/simulator/voicemails/{id}.wav"),
            allowEverybody(POST, "/simulator/caller"),
            allowEverybody(POST, "/simulator/callers"),
            allowEverybody(POST, "/simulator/stop"),
            allowEverybody(POST, "/simulator/colleagues"),
            allowEverybody(POST, "/simulator/clear"),

            // What pages are made of
            allowEverybody(GET, "/assets/**"),
            allowEverybody(GET, "/vendor/**"),
            allowEverybody(GET, "/webjars/**"),
            allowEverybody(GET, "/favicon.ico"),

            // The server itself
            allow(GET, "/actuator/prometheus", ADMIN, INTEGRATOR),
            allowEverybody(GET, "/actuator/health"),
            allowEverybody(GET, "/actuator/health/liveness"),
            allowEverybody(GET, "/actuator/health/readiness"),
            allow(GET, "/v3/api-docs", Role.values()).held(NONE),
            allow(GET, "/v3/api-docs.yaml", Role.values()).held(NONE),
            allow(GET, "/v3/api-docs/**", Role.values()).held(NONE),
            allow(GET, "/api-docs/**", Role.values()).held(NONE),
            allow(GET, "/swagger-ui/**", Role.values()).held(NONE));

    private ServerEndpoints() {}
}
