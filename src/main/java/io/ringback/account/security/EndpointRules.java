package io.ringback.account.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** Who may call what: every address the server answers is in one of these tables. The first rule that fits counts. */
final class EndpointRules {

    static final List<EndpointRule> ALL = Stream.of(
                    CallbackEndpoints.ALL,
                    DesignEndpoints.ALL,
                    AuditEndpoints.ALL,
                    AdministrationEndpoints.ALL,
                    ServerEndpoints.ALL)
            .flatMap(List::stream)
            .toList();

    private EndpointRules() {}

    static Optional<EndpointRule> find(HttpMethod method, PathContainer path) {
        var asked = asked(method);
        return ALL.stream()
                .filter(rule -> rule.method().equals(asked) && rule.path().matches(path))
                .findFirst();
    }

    /** The methods that some rule lists for the path. */
    static List<HttpMethod> methodsOf(PathContainer path) {
        return ALL.stream()
                .filter(rule -> rule.path().matches(path))
                .map(EndpointRule::method)
                .distinct()
                .toList();
    }

    /** The method whose rule counts. */
    static HttpMethod asked(HttpMethod method) {
        return method.equals(HEAD) ? GET : method;
    }
}
