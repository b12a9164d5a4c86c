package io.ringback.account.security;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.account.Account;
import io.ringback.account.AccountAdministration;
import io.ringback.account.Accounts;
import io.ringback.account.Role;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.net.http.HttpRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks role × endpoint over everything that is mapped, so that a new endpoint nobody thought about fails here. */
@RingbackTest
class EndpointRulesTest {

    private static final String PASSWORD = "correct horse";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    @Test
    void everyEndpointIsListed() {
        var endpoints = endpoints();

        assertThat(endpoints).isNotEmpty();
        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(ruleOf(endpoint))
                        .as("a rule for %s in EndpointRules", endpoint)
                        .isPresent());
    }

    @Test
    void noEndpointIsListedTwice() {
        assertThat(EndpointRules.ALL)
                .extracting(EndpointRule::method, EndpointRule::path)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyEndpointIsOpenToItsRolesOnly() {
        for (var role : Role.values()) {
            if (accounts.find(userOf(role)).isEmpty()) {
                administration.create(new Account(userOf(role), "Test", Set.of(role), true), PASSWORD, "test");
            }
        }
        var softly = new SoftAssertions();
        Map<Role, WebSession> browsers = new EnumMap<>(Role.class);

        for (var endpoint : endpoints()) {
            var rule = ruleOf(endpoint).orElseThrow();
            for (var role : Role.values()) {
                var status = endpoint.isOfApi()
                        ? call(Http.at(port).as(userOf(role), PASSWORD), endpoint)
                        : open(browsers.computeIfAbsent(role, this::signedIn), endpoint);
                if (rule.roles().contains(role)) {
                    softly.assertThat(status)
                            .as("%s as %s", endpoint, role)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                } else {
                    softly.assertThat(status).as("%s as %s", endpoint, role).isEqualTo(403);
                }
            }
            var stranger = endpoint.isOfApi() ? call(Http.at(port), endpoint) : open(WebSession.at(port), endpoint);
            if (rule.open()) {
                softly.assertThat(stranger).as("%s as a stranger", endpoint).isNotIn(401, 403);
            } else {
                var refused = endpoint.isOfApi() ? 401 : endpoint.isPage() ? 302 : 403; // has no token
                softly.assertThat(stranger).as("%s as a stranger", endpoint).isEqualTo(refused);
            }
        }

        softly.assertAll();
    }

    @Test
    void pagesTakeTheSessionOnly() {
        var admin = userOf(Role.ADMIN) + "-basic";
        administration.create(new Account(admin, "Test", Set.of(Role.ADMIN), true), PASSWORD, "test");

        assertThat(Http.at(port).as(admin, PASSWORD).get("/").header("Location"))
                .isEqualTo("/login");
    }

    private WebSession signedIn(Role role) {
        var browser = WebSession.at(port);
        assertThat(browser.signIn(userOf(role), PASSWORD).status()).isEqualTo(302);
        return browser;
    }

    /** As a page that was loaded before would send it, if it is no page itself. */
    private static int open(WebSession browser, Endpoint endpoint) {
        var path = endpoint.path();
        return endpoint.isPage()
                ? browser.page(path).status()
                : browser.call(endpoint.method(), path, "{}").status();
    }

    private static int call(Http caller, Endpoint endpoint) {
        return caller.statusOf(caller.request(endpoint.path())
                .header("Content-Type", "application/json")
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    /** Pages first: with one of them a browser gets the token that the rest asks for. */
    private List<Endpoint> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .flatMap(entry -> endpoints(entry.getKey()).stream())
                .distinct()
                .sorted(comparing(Endpoint::isPage).reversed())
                .toList();
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("io.ringback.")
                && !ErrorController.class.isAssignableFrom(handler.getBeanType());
    }

    private static List<Endpoint> endpoints(RequestMappingInfo info) {
        assertThat(info.getMethodsCondition().getMethods())
                .as("%s names its methods", info)
                .isNotEmpty();
        return info.getPatternValues().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Endpoint(method.name(), pattern)))
                .toList();
    }

    private static Optional<EndpointRule> ruleOf(Endpoint endpoint) {
        return EndpointRules.ALL.stream()
                .filter(rule -> rule.method().name().equals(endpoint.method())
                        && nameless(rule.path().getPatternString()).equals(nameless(endpoint.pattern())))
                .findFirst();
    }

    private static String nameless(String pattern) {
        return pattern.replaceAll("\\{[^/]+}", "{}");
    }

    private static String userOf(Role role) {
        return "test-" + role.name().toLowerCase(java.util.Locale.ROOT);
    }

    record Endpoint(String method, String pattern) {

        String path() {
            return pattern.replaceAll("\\{[^/]+}", "nobody");
        }

        boolean isPage() {
            return !isOfApi() && method.equals("GET");
        }

        boolean isOfApi() {
            return pattern.startsWith("/api/");
        }
    }
}
