package io.ringback.account.security;

import static io.ringback.account.Role.ADMIN;
import static io.ringback.account.Role.AUDITOR;
import static io.ringback.account.Role.DESIGNER;
import static io.ringback.account.security.EndpointRule.allow;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.ringback.account.Role;
import java.util.List;

/** Of those who look afterwards at what has happened, and of what is forgotten. */
final class AuditEndpoints {

    static final List<EndpointRule> ALL = List.of(
            // Searching, and what was read

            allow(GET, "/audit", AUDITOR),
            allow(POST, "/audit", AUDITOR),
            allow(POST, "/api/v1/audit/search", AUDITOR),
            allow(GET, "/audit/reads", AUDITOR),
            allow(POST, "/audit/reads", AUDITOR),
            allow(POST, "/api/v1/audit/reads", AUDITOR),
            allow(GET, "/audit/purpose", Role.values()),
            allow(POST, "/audit/purpose", Role.values()),
            allow(GET, "/api/v1/audit/purpose", Role.values()),
            allow(PUT, "/api/v1/audit/purpose", ADMIN),

            // One callback
            allow(GET, "/api/v1/audit/callbacks/{id}", AUDITOR),
            allow(GET, "/api/v1/audit/processes/{key}/versions/{version}/xml", AUDITOR),
            allow(GET, "/audit/callbacks/{id}", AUDITOR),
            allow(GET, "/audit/callbacks/{id}/print", AUDITOR),

            // Figures of process versions, agents and lists
            allow(GET, "/api/v1/audit/processes/{key}/versions/{version}/figures", AUDITOR, DESIGNER),
            allow(GET, "/api/v1/audit/processes/{key}/versions/{version}/figures/{file}", AUDITOR),
            allow(GET, "/api/v1/audit/agents/{id}/receptions", AUDITOR),
            allow(GET, "/api/v1/audit/agents/{id}/{file}", AUDITOR),
            allow(GET, "/api/v1/audit/agents/{id}/figures", AUDITOR),
            allow(GET, "/api/v1/audit/lists/{id}/figures", AUDITOR),
            allow(GET, "/audit/processes", AUDITOR),
            allow(GET, "/audit/processes/{key}/versions/{version}", AUDITOR),
            allow(GET, "/audit/processes/{key}/compare", AUDITOR),
            allow(GET, "/audit/people", AUDITOR),
            allow(GET, "/audit/agents/{id}", AUDITOR),
            allow(GET, "/audit/lists/{id}", AUDITOR),

            // Proof that nothing was changed
            allow(POST, "/api/v1/audit/verify", AUDITOR),
            allow(GET, "/api/v1/audit/checks", AUDITOR),
            allow(POST, "/api/v1/audit/checks", AUDITOR),
            allow(GET, "/api/v1/audit/anchors", AUDITOR),
            allow(GET, "/api/v1/audit/anchors.json", AUDITOR),
            allow(GET, "/api/v1/audit/record.jsonl.gz", AUDITOR),
            allow(GET, "/audit/record", AUDITOR),
            allow(GET, "/audit/record/checks", AUDITOR),

            // Files of what was seen
            allow(POST, "/audit/exports/{file}", AUDITOR),
            allow(POST, "/audit/reads/{file}", AUDITOR),
            allow(POST, "/api/v1/audit/exports/{file}", AUDITOR),
            allow(POST, "/api/v1/audit/reads/{file}", AUDITOR),

            // Erasure and what is kept of a number
            allow(POST, "/api/v1/erasures", ADMIN),
            allow(POST, "/api/v1/subject-exports", ADMIN),
            allow(GET, "/admin/erasures", ADMIN),
            allow(POST, "/admin/erasures/preview", ADMIN),
            allow(POST, "/admin/erasures/erase", ADMIN),
            allow(POST, "/admin/erasures/export", ADMIN));

    private AuditEndpoints() {}
}
