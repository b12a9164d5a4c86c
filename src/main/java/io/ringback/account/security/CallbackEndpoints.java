package io.ringback.account.security;

import static io.ringback.account.Role.ADMIN;
import static io.ringback.account.Role.AGENT;
import static io.ringback.account.Role.AUDITOR;
import static io.ringback.account.Role.DESIGNER;
import static io.ringback.account.Role.INTEGRATOR;
import static io.ringback.account.Role.SUPERVISOR;
import static io.ringback.account.security.EndpointRule.allow;
import static io.ringback.account.security.ListHold.ASKED_INSIDE;
import static io.ringback.account.security.ListHold.CALLBACK_IN_PATH;
import static io.ringback.account.security.ListHold.LIST_IN_PATH;
import static io.ringback.account.security.ListHold.LIST_IN_QUERY;
import static io.ringback.account.security.ListHold.NONE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.ringback.account.Role;
import java.util.List;

/** Of callbacks, of the agents who call, and of the lists they are on. */
final class CallbackEndpoints {

    static final List<EndpointRule> ALL = List.of(
            // Intake and cases
            allow(POST, "/api/v1/callbacks", INTEGRATOR, SUPERVISOR).held(ASKED_INSIDE),
            allow(GET, "/api/v1/callbacks", SUPERVISOR, AUDITOR).held(LIST_IN_QUERY),
            allow(POST, "/api/v1/callbacks/cancel", INTEGRATOR).held(ASKED_INSIDE),
            allow(GET, "/api/v1/callbacks/{id}", INTEGRATOR, SUPERVISOR, AUDITOR)
                    .held(CALLBACK_IN_PATH),
            allow(POST, "/api/v1/callbacks/{id}/cancel", INTEGRATOR, SUPERVISOR).held(CALLBACK_IN_PATH),
            allow(GET, "/api/v1/callbacks/{id}/history", SUPERVISOR, AUDITOR).held(CALLBACK_IN_PATH),
            allow(POST, "/api/v1/callbacks/{id}/repair", SUPERVISOR).held(CALLBACK_IN_PATH),
            allow(POST, "/api/v1/callbacks/{id}/reschedule", SUPERVISOR).held(CALLBACK_IN_PATH),
            allow(GET, "/api/v1/callbacks/{id}/retry-time", SUPERVISOR).held(CALLBACK_IN_PATH),
            allow(POST, "/api/v1/callbacks/{id}/expedite", SUPERVISOR).held(CALLBACK_IN_PATH),
            allow(POST, "/api/v1/callbacks/{id}/move", SUPERVISOR),
            allow(POST, "/api/v1/callbacks/{id}/give", SUPERVISOR).held(CALLBACK_IN_PATH),
            allow(POST, "/api/v1/callbacks/{id}/due", SUPERVISOR).held(CALLBACK_IN_PATH),
            allow(POST, "/api/v1/callbacks/{id}/notes", SUPERVISOR).held(CALLBACK_IN_PATH),

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
            allow(GET, "/api/v1/forms/{key}", AGENT, SUPERVISOR, DESIGNER, ADMIN, AUDITOR)
                    .held(NONE),

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
            allow(GET, "/api/v1/lists", Role.values()).held(ASKED_INSIDE),
            allow(POST, "/api/v1/lists", SUPERVISOR, ADMIN),
            allow(GET, "/api/v1/lists/{id}", Role.values()).held(LIST_IN_PATH),
            allow(PUT, "/api/v1/lists/{id}", SUPERVISOR, ADMIN).held(LIST_IN_PATH),
            allow(DELETE, "/api/v1/lists/{id}", SUPERVISOR, ADMIN).held(LIST_IN_PATH),
            allow(GET, "/api/v1/lists/{id}/numbers", Role.values()).held(LIST_IN_PATH),
            allow(GET, "/api/v1/lists/{id}/agents", AGENT, SUPERVISOR, ADMIN).held(LIST_IN_PATH),
            allow(PUT, "/api/v1/lists/{id}/agents/{agentId}", SUPERVISOR, ADMIN).held(LIST_IN_PATH),
            allow(DELETE, "/api/v1/lists/{id}/agents/{agentId}", SUPERVISOR, ADMIN)
                    .held(LIST_IN_PATH),
            allow(PUT, "/api/v1/lists/{id}/agents/{agentId}/active", SUPERVISOR).held(LIST_IN_PATH),
            allow(POST, "/api/v1/agents/{agentId}/stop", SUPERVISOR),
            allow(POST, "/api/v1/calls/events", INTEGRATOR),
            allow(GET, "/api/v1/board", SUPERVISOR, AUDITOR),
            allow(GET, "/api/v1/away-reasons", Role.values()).held(NONE),
            allow(POST, "/api/v1/away-reasons", ADMIN),
            allow(PUT, "/api/v1/away-reasons/{id}", ADMIN),
            allow(DELETE, "/api/v1/away-reasons/{id}", ADMIN),

            // Calling hours
            allow(GET, "/api/v1/lists/{id}/hours", Role.values()).held(LIST_IN_PATH),
            allow(PUT, "/api/v1/lists/{id}/hours", SUPERVISOR, ADMIN).held(LIST_IN_PATH),
            allow(DELETE, "/api/v1/lists/{id}/hours", SUPERVISOR, ADMIN).held(LIST_IN_PATH),
            allow(POST, "/api/v1/lists/{id}/hours/closed-days", SUPERVISOR, ADMIN)
                    .held(LIST_IN_PATH),

            // Finding out about lists
            allow(POST, "/api/v1/lists/{id}/restore", SUPERVISOR, ADMIN).held(LIST_IN_PATH),
            allow(POST, "/api/v1/lists/preview", SUPERVISOR, ADMIN),
            allow(GET, "/api/v1/lists/{id}/history", SUPERVISOR, ADMIN, AUDITOR).held(LIST_IN_PATH),

            // Files in and out
            allow(GET, "/api/v1/exports/{file}", SUPERVISOR, AUDITOR, ADMIN).held(LIST_IN_QUERY),
            allow(POST, "/api/v1/imports", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/{id}", SUPERVISOR, INTEGRATOR),
            allow(POST, "/api/v1/imports/{id}/confirm", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/{id}/report.csv", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/template.xlsx", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/{id}/layout", SUPERVISOR, INTEGRATOR),
            allow(PUT, "/api/v1/imports/{id}/layout", SUPERVISOR, INTEGRATOR),
            allow(POST, "/api/v1/imports/{id}/mends", SUPERVISOR, INTEGRATOR),
            allow(GET, "/api/v1/imports/{id}/rows", SUPERVISOR, INTEGRATOR),

            // Pages of the desk
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
            allow(GET, "/supervision/recordings/{callId}", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/recordings/callback/{callbackId}", SUPERVISOR, AUDITOR),
            allow(GET, "/supervision/import", SUPERVISOR),
            allow(GET, "/supervision/import/{id}", SUPERVISOR),
            allow(GET, "/supervision/import/{id}/state", SUPERVISOR));

    private CallbackEndpoints() {}
}
