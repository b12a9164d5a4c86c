package io.ringback.account.security;

import static io.ringback.account.Role.ADMIN;
import static io.ringback.account.Role.AUDITOR;
import static io.ringback.account.Role.DESIGNER;
import static io.ringback.account.security.EndpointRule.allow;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;

/** Of those who draw processes, decisions and forms. */
final class DesignEndpoints {

    static final List<EndpointRule> ALL = List.of(
            // Drafts of processes, decisions and forms
            allow(GET, "/api/v1/processes/drafts", DESIGNER, AUDITOR),
            allow(POST, "/api/v1/processes/drafts", DESIGNER),
            allow(GET, "/api/v1/processes/drafts/{id}", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/drafts/{id}/news", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/drafts/{id}/file", DESIGNER, AUDITOR),
            allow(PUT, "/api/v1/processes/drafts/{id}", DESIGNER),
            allow(DELETE, "/api/v1/processes/drafts/{id}", DESIGNER),
            allow(POST, "/api/v1/processes/drafts/{id}/restore", DESIGNER),
            allow(GET, "/api/v1/processes/vocabulary", DESIGNER, AUDITOR),
            allow(GET, "/design/drafts", DESIGNER, AUDITOR),
            allow(GET, "/design/drafts/_table", DESIGNER, AUDITOR),
            allow(GET, "/design/drafts/{id}", DESIGNER, AUDITOR),

            // Trying models
            allow(POST, "/api/v1/processes/try", DESIGNER),
            allow(GET, "/api/v1/processes/{key}/examples", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/examples/{name}", DESIGNER, AUDITOR),
            allow(PUT, "/api/v1/processes/{key}/examples/{name}", DESIGNER),
            allow(DELETE, "/api/v1/processes/{key}/examples/{name}", DESIGNER),
            allow(POST, "/api/v1/processes/{key}/examples/run", DESIGNER),
            allow(GET, "/design/drafts/{id}/try", DESIGNER),
            allow(GET, "/design/{key}/versions/{version}/try", DESIGNER),

            // Checking and deploying models
            allow(POST, "/api/v1/processes/check", DESIGNER),
            allow(POST, "/api/v1/processes", DESIGNER),
            allow(POST, "/api/v1/processes/{key}/versions/{version}/restore", DESIGNER),
            allow(DELETE, "/api/v1/processes/{key}/versions/{version}", DESIGNER),
            allow(GET, "/api/v1/processes/approvals", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/api/v1/processes/approvals/{id}", DESIGNER, ADMIN, AUDITOR),
            allow(POST, "/api/v1/processes/approvals/{id}/approve", DESIGNER, ADMIN),
            allow(POST, "/api/v1/processes/approvals/{id}/reject", DESIGNER, ADMIN),
            allow(POST, "/api/v1/processes/approvals/{id}/withdraw", DESIGNER),
            allow(GET, "/api/v1/processes/approvals/{id}/files/{name}", DESIGNER, ADMIN, AUDITOR),

            // Pages of deploying
            allow(GET, "/design/drafts/{id}/deploy", DESIGNER),
            allow(GET, "/design/drafts/{id}/deploy/_findings", DESIGNER),
            allow(GET, "/design/approvals", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/design/approvals/_list", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/design/approvals/{id}", DESIGNER, ADMIN, AUDITOR),

            // Moving open cases to another version
            allow(POST, "/api/v1/processes/{key}/migrations", DESIGNER),
            allow(GET, "/api/v1/processes/{key}/migrations", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/migrations/{id}", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/migrations/{id}/stuck", DESIGNER, AUDITOR),
            allow(POST, "/api/v1/processes/{key}/migrations/{id}/pause", DESIGNER),
            allow(POST, "/api/v1/processes/{key}/migrations/{id}/resume", DESIGNER),
            allow(POST, "/api/v1/processes/{key}/migrations/{id}/stop", DESIGNER),
            allow(GET, "/design/migrations", DESIGNER, AUDITOR),
            allow(GET, "/design/migrations/{id}", DESIGNER, AUDITOR),
            allow(GET, "/design/migrations/{id}/state", DESIGNER, AUDITOR),
            allow(GET, "/design/{key}/migrate", DESIGNER),

            // Deployed processes, decisions and forms
            allow(GET, "/api/v1/processes", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/versions", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/versions/{version}/xml", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/versions/{version}/elements", DESIGNER, AUDITOR),

            // Pages of deployed processes, decisions and forms
            allow(GET, "/design", DESIGNER, AUDITOR),
            allow(GET, "/design/{key}/versions/{version}", DESIGNER, AUDITOR),
            allow(GET, "/design/{key}/compare", DESIGNER, ADMIN, AUDITOR));

    private DesignEndpoints() {}
}
