package io.ringback.account.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.account.Role;
import io.ringback.audit.LooksAt;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks everything that can be looked at, and demands of whatever shows a caller that it is marked with {@link LooksAt} and
 * recorded once: so a new endpoint that nobody thought about fails here.
 */
@RingbackTest
class ShownCallersTest {

    /** What shows callers to those whose work they are: to agents at their desk, and to a back office in its tasks. */
    private static final Pattern OWN_WORK = Pattern.compile("(/api/v1)?/(desk|tasks)(/.*)?|/simulator.*");

    private static final String NAME = "Planted Petronella";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private String reader;
    private WebSession browser;
    private String number;
    private JsonNode callback;
    private String list;
    private String agent;
    private String callId;
    private String importId;

    @BeforeEach
    void aCallerWhoIsEverywhere() {
        var roles = Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);
        reader = centre.person("SUPERVISOR", roles);
        browser = centre.signedIn(reader);
        list = centre.list();
        agent = centre.agentOn(list);
        number = centre.newNumber();
        callback = centre.request(list, number, Map.of("callerName", Centre.quoted(NAME)));
        centre.receive(agent, true);
        callId = centre.call(agent);
        importId = centre.as(reader)
                .send(centre.as(reader)
                        .request("/api/v1/imports?listId=" + list)
                        .header("Content-Type", "text/csv")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                "phoneNumber,callerName\n%s,%s\nnonsense,x\n".formatted(number, NAME)))
                        .build())
                .json()
                .path("id")
                .asText();
    }

    @Test
    void whateverShowsACallerIsRecordedOnceForEachLook() {
        var softly = new SoftAssertions();
        var shown = new java.util.TreeSet<String>();

        for (var endpoint : EndpointRules.ALL) {
            var pattern = endpoint.path().getPatternString();
            if (!endpoint.method().name().equals("GET")
                    || OWN_WORK.matcher(pattern).matches()
                    || pattern.contains("**")
                    || pattern.endsWith("/events")) {
                continue;
            }
            jdbc.sql("DELETE FROM ringback.recent_read").update();
            var before = reads();
            var answer = browser.page(path(pattern));
            if (!pattern.startsWith("/actuator/health")) { // which says 503 of what other tests have left
                softly.assertThat(answer.status()).as(pattern).isLessThan(500);
            }
            if (!shows(answer.body())) {
                continue;
            }
            shown.add(pattern);
            softly.assertThat(marked(pattern))
                    .as("%s is marked with @LooksAt", pattern)
                    .isPresent();
            softly.assertThat(reads() - before)
                    .as("looks recorded for %s", pattern)
                    .isOne();
            browser.page(path(pattern));
            softly.assertThat(reads() - before)
                    .as("looks recorded for %s when it is asked for twice", pattern)
                    .isEqualTo(marked(pattern)
                            .map(looks -> looks.value().eachTime() ? 2L : 1L)
                            .orElse(1L));
        }

        softly.assertAll();
        assertThat(shown)
                .contains(
                        "/api/v1/callbacks",
                        "/api/v1/callbacks/{id}",
                        "/api/v1/exports/{file}",
                        "/api/v1/imports/{id}/rows",
                        "/supervision/cases",
                        "/supervision/cases/{id}",
                        "/supervision/cases/{id}/state",
                        "/supervision/import/{id}");
    }

    private boolean shows(String body) {
        return body.contains(number) || body.replace(" ", "").contains(number) || body.contains(NAME);
    }

    private String path(String pattern) {
        if (pattern.equals("/api/v1/callbacks") || pattern.equals("/supervision/cases")) {
            return pattern + "?listId=" + list;
        }
        var path = pattern;
        var values = Stream.of(
                Map.entry("/api/v1/callbacks/{id}", Centre.id(callback)),
                Map.entry("/supervision/cases/{id}", Centre.id(callback)),
                Map.entry("/audit/callbacks/{id}", Centre.id(callback)),
                Map.entry("/api/v1/audit/callbacks/{id}", Centre.id(callback)),
                Map.entry("/api/v1/imports/{id}", importId),
                Map.entry("/supervision/import/{id}", importId),
                Map.entry("/api/v1/lists/{id}", list),
                Map.entry("/supervision/lists/{id}", list),
                Map.entry("/api/v1/exports/{file}", "/callbacks.json?listId=" + list));
        for (var value : values.toList()) {
            if (path.startsWith(value.getKey())) {
                path = path.replace(
                        path.substring(path.indexOf('{'), path.indexOf('}') + 1),
                        value.getValue().toString().replaceFirst("^/", ""));
            }
        }
        return path.replace("{callId}", callId)
                .replace("{callbackId}", Centre.id(callback).toString())
                .replace("{agentId}", agent)
                .replace("{key}", "callbackCase")
                .replace("{version}", "1")
                .replaceAll("\\{[^/]+}", agent);
    }

    private Optional<LooksAt> marked(String pattern) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().stream()
                        .anyMatch(mapped -> nameless(mapped).equals(nameless(pattern))))
                .filter(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .map(Map.Entry::getValue)
                .map((HandlerMethod handler) -> handler.getMethodAnnotation(LooksAt.class))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private static String nameless(String pattern) {
        return pattern.replaceAll("\\{[^/]+}", "{}");
    }

    private long reads() {
        return jdbc.sql("SELECT count(*) FROM ringback.audit_event WHERE actor = ? AND starts_with(type, 'LOOKED_AT')")
                .param(reader)
                .query(Long.class)
                .single();
    }
}
