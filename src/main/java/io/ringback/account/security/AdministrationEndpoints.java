package io.ringback.account.security;

import static io.ringback.account.Role.ADMIN;
import static io.ringback.account.Role.AUDITOR;
import static io.ringback.account.Role.INTEGRATOR;
import static io.ringback.account.Role.SUPERVISOR;
import static io.ringback.account.security.EndpointRule.allow;
import static io.ringback.account.security.EndpointRule.allowEverybody;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;

/** Of those who look after people, programs and the server. */
final class AdministrationEndpoints {

    static final List<EndpointRule> ALL = List.of(
            // Accounts
            allow(GET, "/api/v1/accounts", ADMIN),
            allow(POST, "/api/v1/accounts", ADMIN),
            allow(GET, "/api/v1/accounts/{id}", ADMIN),
            allow(PUT, "/api/v1/accounts/{id}", ADMIN),
            allow(PUT, "/api/v1/accounts/{id}/password", ADMIN),
            allow(POST, "/api/v1/accounts/{id}/password-link", ADMIN),
            allow(GET, "/api/v1/accounts/{id}/sessions", ADMIN),
            allow(DELETE, "/api/v1/accounts/{id}/sessions", ADMIN),
            allow(GET, "/api/v1/accounts/{id}/history", ADMIN),
            allow(GET, "/api/v1/accounts/{id}/tokens", ADMIN),
            allow(POST, "/api/v1/accounts/{id}/tokens", ADMIN),
            allow(DELETE, "/api/v1/accounts/{id}/tokens/{tokenId}", ADMIN),
            allow(GET, "/api/v1/accounts/{id}/lists", SUPERVISOR, ADMIN),
            allowEverybody(POST, "/api/v1/welcome"),
            allowEverybody(POST, "/api/v1/setup/administrator"),

            // Outgoing events
            allow(GET, "/api/v1/events", ADMIN, INTEGRATOR, AUDITOR),
            allow(GET, "/api/v1/webhooks", ADMIN),
            allow(POST, "/api/v1/webhooks", ADMIN),
            allow(GET, "/api/v1/webhooks/{id}", ADMIN),
            allow(PUT, "/api/v1/webhooks/{id}", ADMIN),
            allow(DELETE, "/api/v1/webhooks/{id}", ADMIN),
            allow(POST, "/api/v1/webhooks/{id}/secret", ADMIN),
            allow(POST, "/api/v1/webhooks/{id}/test", ADMIN),
            allow(GET, "/api/v1/webhooks/{id}/deliveries", ADMIN),
            allow(POST, "/api/v1/webhooks/{id}/deliveries/{sequence}/retry", ADMIN),
            allow(POST, "/api/v1/webhooks/{id}/replay", ADMIN),

            // Operations
            allow(GET, "/api/v1/incidents", ADMIN, SUPERVISOR),
            allow(POST, "/api/v1/incidents/{id}/retry", ADMIN, SUPERVISOR),
            allow(GET, "/api/v1/set-aside", ADMIN, SUPERVISOR),
            allow(POST, "/api/v1/set-aside/{callbackId}/repair", ADMIN, SUPERVISOR),
            allow(GET, "/api/v1/models", ADMIN, SUPERVISOR),
            allow(GET, "/api/v1/settings", ADMIN),
            allow(PUT, "/api/v1/settings", ADMIN),

            // Pages of people
            allowEverybody(GET, "/welcome"),
            allow(GET, "/admin/people", ADMIN),
            allow(GET, "/admin/people/new", ADMIN),
            allow(GET, "/admin/people/{id}", ADMIN),
            allow(GET, "/admin/people/{id}/state", ADMIN),

            // Pages of outgoing events
            allow(GET, "/admin/webhooks", ADMIN),
            allow(GET, "/admin/webhooks/state", ADMIN),
            allow(GET, "/admin/webhooks/new", ADMIN),
            allow(GET, "/admin/webhooks/{id}", ADMIN),
            allow(GET, "/admin/webhooks/{id}/deliveries", ADMIN),

            // Pages of operations
            allow(GET, "/admin/operations", ADMIN),
            allow(GET, "/admin/operations/state", ADMIN),
            allow(GET, "/admin/settings", ADMIN));

    private AdministrationEndpoints() {}
}
