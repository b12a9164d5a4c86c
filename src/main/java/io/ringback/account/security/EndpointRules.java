package io.ringback.account.security;

import static io.ringback.account.Role.ADMIN;
import static io.ringback.account.Role.AGENT;
import static io.ringback.account.Role.AUDITOR;
import static io.ringback.account.Role.DESIGNER;
import static io.ringback.account.Role.INTEGRATOR;
import static io.ringback.account.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.ringback.account.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may call what: every address the server answers is in this table. The first rule that fits counts. */
final class EndpointRules {

    static final List<Rule> ALL = List.of(
            // Intake and cases
            allow(POST, "/api/v1/callbacks", INTEGRATOR, SUPERVISOR),
            allow(GET, "/api/v1/callbacks", SUPERVISOR, AUDITOR),
            allow(POST, "/api/v1/callbacks/cancel", INTEGRATOR),
            allow(GET, "/api/v1/callbacks/{id}", INTEGRATOR, SUPERVISOR, AUDITOR),
            allow(POST, "/api/v1/callbacks/{id}/cancel", INTEGRATOR, SUPERVISOR),
            allow(GET, "/api/v1/callbacks/{id}/history", SUPERVISOR, AUDITOR),
            allow(POST, "/api/v1/callbacks/{id}/repair", SUPERVISOR),
            allow(POST, "/api/v1/callbacks/{id}/reschedule", SUPERVISOR),
            allow(GET, "/api/v1/callbacks/{id}/retry-time", SUPERVISOR),
            allow(POST, "/api/v1/callbacks/{id}/expedite", SUPERVISOR),
            allow(POST, "/api/v1/callbacks/{id}/move", SUPERVISOR),
            allow(POST, "/api/v1/callbacks/{id}/give", SUPERVISOR),
            allow(POST, "/api/v1/callbacks/{id}/due", SUPERVISOR),
            allow(POST, "/api/v1/callbacks/{id}/notes", SUPERVISOR),

            // The agent's desk
            allow(GET, "/api/v1/desk", AGENT),
            allow(GET, "/api/v1/desk/events", AGENT),
            allow(PUT, "/api/v1/desk/presence", AGENT),
            allow(POST, "/api/v1/desk/take-over", AGENT),
            allow(PUT, "/api/v1/desk/availability", AGENT),
            allow(PUT, "/api/v1/desk/lists/{listId}", AGENT),
            allow(PUT, "/api/v1/desk/receiving", AGENT),
            allow(POST, "/api/v1/desk/case/calls", AGENT),
            allow(POST, "/api/v1/desk/case/calls/{callId}/end", AGENT),
            allow(POST, "/api/v1/desk/case/calls/{callId}/resume", AGENT),
            allow(POST, "/api/v1/desk/case/more-time", AGENT),
            allow(PUT, "/api/v1/desk/case/draft", AGENT),
            allow(GET, "/api/v1/desk/taken/{callbackId}", AGENT),
            allow(POST, "/api/v1/desk/case/outcome", AGENT),
            allow(GET, "/api/v1/desk/case/retry-time", AGENT),
            allow(GET, "/api/v1/forms/{key}", AGENT, SUPERVISOR, DESIGNER, ADMIN, AUDITOR),

            // Tasks of processes: whoever is in a group may have some
            allow(GET, "/api/v1/tasks", Role.values()),
            allow(GET, "/api/v1/tasks/{id}", Role.values()),
            allow(GET, "/api/v1/tasks/{id}/form", Role.values()),
            allow(PUT, "/api/v1/tasks/{id}/claim", Role.values()),
            allow(DELETE, "/api/v1/tasks/{id}/claim", Role.values()),
            allow(PUT, "/api/v1/tasks/{id}/draft", Role.values()),
            allow(POST, "/api/v1/tasks/{id}/complete", Role.values()),
            allow(GET, "/tasks", Role.values()),
            allow(GET, "/tasks/state", Role.values()),
            allow(GET, "/tasks/{id}", Role.values()),

            // Lists, agents, numbers
            allow(GET, "/api/v1/lists", Role.values()),
            allow(POST, "/api/v1/lists", SUPERVISOR, ADMIN),
            allow(GET, "/api/v1/lists/{id}", Role.values()),
            allow(PUT, "/api/v1/lists/{id}", SUPERVISOR, ADMIN),
            allow(DELETE, "/api/v1/lists/{id}", SUPERVISOR, ADMIN),
            allow(GET, "/api/v1/lists/{id}/numbers", Role.values()),
            allow(GET, "/api/v1/lists/{id}/agents", AGENT, SUPERVISOR, ADMIN),
            allow(PUT, "/api/v1/lists/{id}/agents/{agentId}", SUPERVISOR, ADMIN),
            allow(DELETE, "/api/v1/lists/{id}/agents/{agentId}", SUPERVISOR, ADMIN),
            allow(PUT, "/api/v1/lists/{id}/agents/{agentId}/active", SUPERVISOR),
            allow(POST, "/api/v1/agents/{agentId}/stop", SUPERVISOR),
            allow(POST, "/api/v1/calls/events", INTEGRATOR),
            allow(GET, "/api/v1/board", SUPERVISOR, AUDITOR),
            allow(GET, "/api/v1/away-reasons", Role.values()),
            allow(POST, "/api/v1/away-reasons", ADMIN),
            allow(PUT, "/api/v1/away-reasons/{id}", ADMIN),
            allow(DELETE, "/api/v1/away-reasons/{id}", ADMIN),

            // Calling hours
            allow(GET, "/api/v1/lists/{id}/hours", Role.values()),
            allow(PUT, "/api/v1/lists/{id}/hours", SUPERVISOR, ADMIN),
            allow(DELETE, "/api/v1/lists/{id}/hours", SUPERVISOR, ADMIN),
            allow(POST, "/api/v1/lists/{id}/hours/closed-days", SUPERVISOR, ADMIN),

            // Finding out about lists
            allow(POST, "/api/v1/lists/{id}/restore", SUPERVISOR, ADMIN),
            allow(POST, "/api/v1/lists/preview", SUPERVISOR, ADMIN),
            allow(GET, "/api/v1/lists/{id}/history", SUPERVISOR, ADMIN, AUDITOR),
            // Files in and out
            allow(GET, "/api/v1/exports/{file}", SUPERVISOR, AUDITOR, ADMIN),
            allow(POST, "/api/v1/imports", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/{id}", SUPERVISOR, INTEGRATOR),
            allow(POST, "/api/v1/imports/{id}/confirm", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/{id}/report.csv", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/template.xlsx", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/{id}/layout", SUPERVISOR, INTEGRATOR),
            allow(PUT, "/api/v1/imports/{id}/layout", SUPERVISOR, INTEGRATOR),
            allow(POST, "/api/v1/imports/{id}/mends", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/{id}/rows", SUPERVISOR, INTEGRATOR),
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
            // Pages of deploying
            allow(GET, "/design/drafts/{id}/deploy", DESIGNER),
            allow(GET, "/design/drafts/{id}/deploy/_findings", DESIGNER),
            allow(GET, "/design/approvals", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/design/approvals/_list", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/design/approvals/{id}", DESIGNER, ADMIN, AUDITOR),
            // Checking and deploying models
            allow(POST, "/api/v1/processes/check", DESIGNER),
            allow(POST, "/api/v1/processes", DESIGNER),
            allow(POST, "/api/v1/processes/{key}/versions/{version}/restore", DESIGNER),
            allow(DELETE, "/api/v1/processes/{key}/versions/{version}", DESIGNER),
            allow(GET, "/api/v1/processes/approvals", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/api/v1/processes/approvals/{id}", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/api/v1/processes/approvals/{id}/files/{name}", DESIGNER, ADMIN, AUDITOR),
            allow(POST, "/api/v1/processes/approvals/{id}/approve", DESIGNER, ADMIN),
            allow(POST, "/api/v1/processes/approvals/{id}/reject", DESIGNER, ADMIN),
            allow(POST, "/api/v1/processes/approvals/{id}/withdraw", DESIGNER),

            // Deployed processes, decisions and forms
            allow(GET, "/api/v1/processes", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/versions", DESIGNER, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/versions/{version}/xml", DESIGNER, ADMIN, AUDITOR),
            allow(GET, "/api/v1/processes/{key}/versions/{version}/elements", DESIGNER, AUDITOR),
            // Pages
            allowEverybody(GET, "/login"),
            allowEverybody(POST, "/login"),
            allowEverybody(POST, "/logout"),
            allow(GET, "/", Role.values()),
            allow(GET, "/desk", AGENT),
            allow(GET, "/desk/case", AGENT),
            allow(GET, "/desk/state", AGENT),
            allow(POST, "/desk/case/outcome", AGENT),
            allow(GET, "/desk/lists/{listId}/people", SUPERVISOR, ADMIN),
            allow(GET, "/desk/recordings/{callId}", AGENT),
            allow(GET, "/desk/recordings/callback/{callbackId}", AGENT),
            // Pages of lists
            allow(GET, "/supervision/lists", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/_all", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/_preview", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/new", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/{id}", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/{id}/_now", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/{id}/_archive", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/{id}/_users", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/{id}/_others", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/{id}/_history", SUPERVISOR, ADMIN),
            allow(GET, "/supervision/lists/{id}/_conflict", SUPERVISOR, ADMIN),
            // Pages of calling hours
            allow(GET, "/supervision/lists/{id}/hours", SUPERVISOR, ADMIN),
            allow(POST, "/supervision/lists/{id}/hours/_picture", SUPERVISOR, ADMIN),
            // Pages of the board
            allow(GET, "/supervision", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/board/state", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/wallboard", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/wallboard/state", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/charts", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/time-away", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/reasons", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/lists/{id}/charts", SUPERVISOR, AUDITOR),
            // Pages of callbacks
            allow(GET, "/supervision/cases", SUPERVISOR, AUDITOR),
            allow(POST, "/supervision/cases", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/cases/new", SUPERVISOR),
            allow(GET, "/supervision/cases/{id}", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/cases/{id}/state", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/recordings/{callId}", SUPERVISOR),
            allow(GET, "/supervision/recordings/callback/{callbackId}", SUPERVISOR),
            allow(GET, "/supervision/import", SUPERVISOR),
            allow(GET, "/supervision/import/{id}", SUPERVISOR),
            allow(GET, "/supervision/import/{id}/state", SUPERVISOR),
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
            allow(GET, "/admin/settings", ADMIN),
            // Pages of deployed processes, decisions and forms
            allow(GET, "/design", DESIGNER, AUDITOR),
            allow(GET, "/design/{key}/versions/{version}", DESIGNER, AUDITOR),
            allow(GET, "/design/{key}/compare", DESIGNER, ADMIN, AUDITOR),
            // The simulator, which is not there with a data source unless asked for; the server's own machine only
            allowEverybody(GET, "/simulator"),
            allowEverybody(GET, "/simulator/voicemails/{id}.wav"),
            allowEverybody(POST, "/simulator/caller"),
            allowEverybody(POST, "/simulator/callers"),
            allowEverybody(POST, "/simulator/stop"),
            allowEverybody(POST, "/simulator/colleagues"),
            allowEverybody(POST, "/simulator/clear"),
            allowEverybody(GET, "/assets/**"),
            allowEverybody(GET, "/vendor/**"),
            allowEverybody(GET, "/webjars/**"),
            allowEverybody(GET, "/favicon.ico"),

            // The server itself
            allow(GET, "/actuator/prometheus", ADMIN, INTEGRATOR),
            allowEverybody(GET, "/actuator/health"),
            allowEverybody(GET, "/actuator/health/liveness"),
            allowEverybody(GET, "/actuator/health/readiness"),
            allow(GET, "/v3/api-docs", Role.values()),
            allow(GET, "/v3/api-docs.yaml", Role.values()),
            allow(GET, "/v3/api-docs/**", Role.values()),
            allow(GET, "/api-docs/**", Role.values()),
            allow(GET, "/swagger-ui/**", Role.values()));

    private EndpointRules() {}

    static Optional<Rule> find(HttpMethod method, PathContainer path) {
        var asked = asked(method);
        return ALL.stream()
                .filter(rule -> rule.method().equals(asked) && rule.path().matches(path))
                .findFirst();
    }

    /** The methods that some rule lists for the path. */
    static List<HttpMethod> methodsOf(PathContainer path) {
        return ALL.stream()
                .filter(rule -> rule.path().matches(path))
                .map(Rule::method)
                .distinct()
                .toList();
    }

    /** The method whose rule counts. */
    static HttpMethod asked(HttpMethod method) {
        return method.equals(HEAD) ? GET : method;
    }

    private static Rule allow(HttpMethod method, String path, Role... roles) {
        return new Rule(method, PathPatternParser.defaultInstance.parse(path), Set.of(roles), false);
    }

    private static Rule allowEverybody(HttpMethod method, String path) {
        Set<Role> all = EnumSet.allOf(Role.class);
        return new Rule(method, PathPatternParser.defaultInstance.parse(path), all, true);
    }

    /**
     * One line of the table.
     *
     * @param roles any of them suffices
     * @param open whether the caller need not have signed in
     */
    record Rule(HttpMethod method, PathPattern path, Set<Role> roles, boolean open) {}
}
