package io.ringback;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What stands behind the ? of an address is known and has one value, or nothing is done. */
@RingbackTest
class QueryParametersTest {

    private static final List<String> ROLES = List.of("SUPERVISOR", "AGENT", "INTEGRATOR", "AUDITOR", "DESIGNER");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private Centre centre;

    private Http everybody;
    private String list;

    @BeforeEach
    void somebodyWithEveryRole() {
        list = centre.list();
        everybody = centre.as(centre.person("ADMIN", ROLES.toArray(String[]::new)));
    }

    @Test
    void noEndpointTakesAParameterItDoesNotKnow() {
        var softly = new SoftAssertions();

        for (var endpoint : endpoints().toList()) {
            var answer = call(endpoint, "?no-such=1");
            softly.assertThat(answer.status())
                    .as("%s: %s", endpoint, answer.body())
                    .isEqualTo(422);
            softly.assertThat(answer.json().at("/errors/0/field").asText())
                    .as("%s", endpoint)
                    .isEqualTo("no-such");
            softly.assertThat(answer.json().at("/errors/0/message").asText())
                    .as("%s", endpoint)
                    .contains(
                            endpoint.parameters().isEmpty()
                                    ? "takes none"
                                    : endpoint.parameters().get(0));
        }

        softly.assertAll();
    }

    @Test
    void noParameterOfAnyEndpointMayBeEmptyOrThereTwice() {
        var softly = new SoftAssertions();

        for (var endpoint : endpoints().toList()) {
            for (var parameter : endpoint.parameters()) {
                for (var query : List.of("?%1$s", "?%1$s=", "?%1$s=%%20", "?%1$s=1&%1$s=1", "?%1$s=1&%1$s=2")) {
                    var answer = call(endpoint, query.formatted(parameter));
                    softly.assertThat(answer.status())
                            .as("%s %s: %s", endpoint, query, answer.body())
                            .isEqualTo(422);
                    softly.assertThat(answer.json().at("/errors/0/field").asText())
                            .as("%s %s", endpoint, query)
                            .isEqualTo(parameter);
                }
            }
        }

        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dryRun",
                "dryRun=",
                "dryrun=true",
                "dry_run=true",
                "dry-run=true",
                "DRYRUN=true",
                "dryRun=yes",
                "dryRun=1",
                "dryRun=on",
                "dryRun=TRUE",
                "dryRun=%20true",
                "dryRun=false&dryRun=true",
                "dryRun=true&dryRun=false",
                "dryRun=false&verbose=1",
                "%20dryRun=true",
                "dryRun;=true",
                "dryRun%5B%5D=true",
                "preview=true"
            })
    void settingsAreNotAppliedWithAQueryThatMightMeanADryRun(String query) {
        var answer = settings("?" + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("dryRun");
        assertThat(name()).isEqualTo("List " + list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=%zz", "dryRun=%", "=true", "dryRun=true&%zz=1"})
    void settingsAreNotAppliedWithAQueryThatCannotBeRead(String query) throws IOException {
        var answer = raw("PUT /api/v1/settings?" + query, "application/yaml", file());

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("malformed-request");
        assertThat(name()).isEqualTo("List " + list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?dryRun=false"})
    void settingsAreAppliedWithoutADryRun(String query) {
        assertThat(settings(query).status()).isEqualTo(200);
        assertThat(name()).isEqualTo("Night");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void formsAreNoSettingsAndTheirFieldsNoParameters(String type) {
        var answer = everybody.send(everybody
                .request("/api/v1/settings")
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofString("dryRun=false"))
                .build());

        refused(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "callbacks?limit=0x10, limit, whole number",
        "callbacks?limit=1_0, limit, whole number",
        "callbacks?limit=%2B5, limit, whole number",
        "callbacks?limit=5%20, limit, whole number",
        "callbacks?limit=1e1, limit, whole number",
        "callbacks?limit=99999999999, limit, 2147483647",
        "callbacks?status=waiting, status, WAITING",
        "callbacks?status=%20WAITING, status, WAITING",
        "callbacks?status=0, status, WAITING",
        "callbacks?order=newest, order, NEWEST",
        "callbacks?open=yes, open, true or false",
        "callbacks?open=1, open, true or false",
        "callbacks?open=True, open, true or false",
        "callbacks?overdue=on, overdue, true or false",
        "callbacks?after=1-1-1-1-1, after, an id such as",
        "callbacks?after=0195c9a21c3e7a108f253b6c1d2e4f50, after, an id such as",
        "callbacks?from=1767225600000, from, a time with offset",
        "callbacks?from=2026-03-29, from, a time with offset",
        "callbacks?from=2026-03-29T12:00:00, from, a time with offset",
        "callbacks?to=yesterday, to, a time with offset",
        "exports/callbacks.csv?separator=comma, separator, COMMA",
        "exports/callbacks.csv?spreadsheet=yes, spreadsheet, true or false",
        "events?after=-1, after, 0",
        "events?after=x, after, whole number",
        "lists?archived=on, archived, true or false"
    })
    void aValueOfAnotherFormIsToldTheFormWanted(String query, String parameter, String form) {
        var answer = everybody.get("/api/v1/" + query);

        invalid(answer, parameter);
        assertThat(answer.json().at("/errors/0/message").asText()).contains(form);
    }

    private Http.Answer settings(String query) {
        return everybody.send(everybody
                .request("/api/v1/settings" + query)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(file()))
                .build());
    }

    /** As no client library would send it. */
    private String raw(String line, String type, String body) throws IOException {
        var like = everybody.request("/").build();
        try (var socket = new Socket(like.uri().getHost(), like.uri().getPort())) {
            var request = "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: %s\r\n"
                            .formatted(
                                    line,
                                    like.headers().firstValue("Authorization").orElseThrow())
                    + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s".formatted(type, body.length(), body);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String file() {
        return "ringback: 1\nlists:\n  %s: {name: Night}\n".formatted(list);
    }

    private String name() {
        return everybody.get("/api/v1/lists/" + list).json().path("name").asText();
    }

    private Http.Answer call(Endpoint endpoint, String query) {
        var request = everybody
                .request(endpoint.path() + query)
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(endpoint.body()));
        endpoint.headers().forEach(request::header);
        return everybody.send(request.build());
    }

    private Stream<Endpoint> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().stream().allMatch(path -> path.startsWith("/api/")))
                .map(entry -> endpoint(
                        entry.getKey(),
                        Stream.of(entry.getValue().getMethod().getParameters())
                                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                                .map(java.lang.reflect.Parameter::getName)
                                .sorted()
                                .toList()));
    }

    private static Endpoint endpoint(RequestMappingInfo info, List<String> parameters) {
        var path = info.getPatternValues().iterator().next().replaceAll("\\{[^/]+}", "nobody");
        var method = info.getMethodsCondition().getMethods().iterator().next().name();
        var consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(Object::toString)
                .orElse("application/json");
        return new Endpoint(method, path, parameters, Map.of("Content-Type", consumes));
    }

    record Endpoint(String method, String path, List<String> parameters, Map<String, String> headers) {

        String body() {
            return method.equals("GET") ? "" : "{}";
        }
    }
}
