package io.ringback.account.security;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.account.Role;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Role × endpoint × token: a token may no more than its roles, and one that is held to lists nothing on another. */
@RingbackTest
class HeldTokensTest {

    @Autowired
    private Centre centre;

    private String account;
    private String mine;
    private String other;
    private String itsCallback;

    @BeforeEach
    void twoLists() {
        var roles = Stream.of(Role.values()).map(Role::name).toList();
        account = centre.person("AGENT", roles.subList(0, roles.size()).toArray(String[]::new));
        mine = centre.list();
        other = centre.list();
        itsCallback = centre.request(other, centre.newNumber()).path("id").asText();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void anUnheldTokenMayWhatItsRoleMay(Role role) {
        var program = token(List.of(role), null);
        var softly = new SoftAssertions();

        for (var rule : rules()) {
            var status = call(program, rule, path(rule, "nobody", "nobody"));
            if (rule.roles().contains(role)) {
                softly.assertThat(status)
                        .as("%s as %s", rule, role)
                        .isNotIn(401, 403)
                        .isLessThan(500);
            } else {
                softly.assertThat(status).as("%s as %s", rule, role).isEqualTo(403);
            }
        }

        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aHeldTokenReachesNothingOnAnotherList(Role role) {
        var program = token(List.of(role), mine);
        var softly = new SoftAssertions();

        for (var rule : rules()) {
            var status = call(program, rule, path(rule, other, itsCallback));
            if (!rule.roles().contains(role) || !letsIn(rule)) {
                softly.assertThat(status).as("%s as %s", rule, role).isEqualTo(403);
            }
        }

        softly.assertAll();
    }

    /** Of these the handler itself keeps the caller to the lists, which the tests below are about. */
    private static boolean letsIn(EndpointRule rule) {
        return rule.lists() == ListHold.NONE || rule.lists() == ListHold.ASKED_INSIDE;
    }

    @Test
    void onlyTheseAskInside() {
        assertThat(EndpointRules.ALL)
                .filteredOn(rule -> rule.lists() == ListHold.ASKED_INSIDE)
                .extracting(rule -> rule.method() + " " + rule.path().getPatternString())
                .containsExactlyInAnyOrder(
                        "POST /api/v1/callbacks", "POST /api/v1/callbacks/cancel", "GET /api/v1/lists");
    }

    @Test
    void takesInOnItsListOnly() {
        var program = token(List.of(Role.INTEGRATOR), mine);

        assertThat(program.post("/api/v1/callbacks", asked(mine, "a")).status()).isEqualTo(201);
        assertThat(program.post("/api/v1/callbacks", asked(other, "b")).status())
                .isEqualTo(403);
    }

    @Test
    void isNotToldOfACallbackThatWasMovedToAnotherList() {
        var program = token(List.of(Role.INTEGRATOR, Role.SUPERVISOR), mine);
        var request = asked(mine, "moved");
        var id = program.post("/api/v1/callbacks", request).json().path("id").asText();
        var moved = centre.as(centre.person("SUPERVISOR"))
                .post(
                        "/api/v1/callbacks/" + id + "/move",
                        json("{'listId':'%s','reason':'elsewhere'}".formatted(other)));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);

        assertThat(program.get("/api/v1/callbacks/" + id).status()).isEqualTo(403);
        assertThat(program.post("/api/v1/callbacks", request).status()).isEqualTo(403);
    }

    @Test
    void anotherTokensAnswerIsNotRepeatedToIt() {
        var free = token(List.of(Role.INTEGRATOR), null);
        var held = token(List.of(Role.INTEGRATOR), mine);
        var request = asked(other, "once");
        assertThat(free.post("/api/v1/callbacks", request, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(201);

        assertThat(held.post("/api/v1/callbacks", request, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void cancelsAndReadsOnItsListOnly() {
        var program = token(List.of(Role.INTEGRATOR), mine);
        var id = centre.request(mine, centre.newNumber()).path("id").asText();
        var number = centre.newNumber();
        centre.request(other, number);
        var reason = "'reason':'served'";

        assertThat(program.get("/api/v1/callbacks/" + id).status()).isEqualTo(200);
        assertThat(program.post("/api/v1/callbacks/" + id + "/cancel", json("{" + reason + "}"))
                        .status())
                .isEqualTo(200);
        assertThat(program.get("/api/v1/callbacks/" + itsCallback).status()).isEqualTo(403);
        assertThat(program.post("/api/v1/callbacks/" + itsCallback + "/cancel", json("{" + reason + "}"))
                        .status())
                .isEqualTo(403);
        assertThat(cancelAll(program, number, null)).isEqualTo(403);
        assertThat(cancelAll(program, number, other)).isEqualTo(403);
        assertThat(cancelAll(program, number, mine)).isEqualTo(200);
    }

    @Test
    void listsAreThoseThatItReaches() {
        var program = token(List.of(Role.SUPERVISOR), mine);

        assertThat(program.get("/api/v1/lists").json())
                .extracting(list -> list.path("id").asText())
                .containsExactly(mine);
        assertThat(program.get("/api/v1/lists/" + mine).status()).isEqualTo(200);
        assertThat(program.get("/api/v1/lists/" + mine + "/numbers").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/callbacks", "/api/v1/exports/callbacks.csv"})
    void searchesItsListOnly(String path) {
        var program = token(List.of(Role.SUPERVISOR), mine);

        assertThat(program.get(path + "?listId=" + mine).status()).isEqualTo(200);
        assertThat(program.get(path).status()).isEqualTo(403);
        assertThat(program.get(path + "?listId=").status()).isEqualTo(403);
        assertThat(program.get(path + "?listId=%s&listId=%s".formatted(mine, other))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isToldWhyItIsRefused() {
        var program = token(List.of(Role.INTEGRATOR), mine);

        var refused = program.get("/api/v1/callbacks/" + itsCallback);

        assertThat(refused.problem()).isEqualTo("forbidden");
        assertThat(refused.json().path("detail").asText()).contains("only the lists [" + mine + "]");
    }

    private int cancelAll(Http program, String number, @Nullable String list) {
        var about = list == null ? "" : ",'listId':'" + list + "'";
        return program.post(
                        "/api/v1/callbacks/cancel",
                        json("{'phoneNumber':'%s','reason':'served'%s}".formatted(number, about)))
                .status();
    }

    private String asked(String list, String externalId) {
        return json("{'listId':'%s','phoneNumber':'%s','source':'IVR','externalId':'%s-%s'}"
                .formatted(list, centre.newNumber(), externalId, mine));
    }

    private Http token(List<Role> roles, @Nullable String list) {
        var names = roles.stream().map(role -> "'" + role + "'").collect(Collectors.joining(","));
        var lists = list == null ? "" : ",'lists':['" + list + "']";
        var answer = centre.as(centre.person("ADMIN"))
                .post(
                        "/api/v1/accounts/" + account + "/tokens",
                        json("{'name':'%s','roles':[%s]%s}".formatted(UUID.randomUUID(), names, lists)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return centre.server().with(answer.json().path("token").asText());
    }

    private static List<EndpointRule> rules() {
        return EndpointRules.ALL.stream()
                .filter(rule -> !rule.open() && rule.path().getPatternString().startsWith("/api/v1/"))
                .toList();
    }

    private static String path(EndpointRule rule, String list, String callback) {
        var pattern = rule.path().getPatternString();
        var id = pattern.startsWith("/api/v1/lists") ? list : callback;
        return pattern.replace("{id}", id).replaceAll("\\{[^/]+}", "nobody");
    }

    private static int call(Http caller, EndpointRule rule, String path) {
        return caller.statusOf(caller.request(path)
                .header("Content-Type", "application/json")
                .method(rule.method().name(), HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }
}
