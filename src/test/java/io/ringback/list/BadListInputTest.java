package io.ringback.list;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings that cannot be are refused, each by its name. */
@RingbackTest
class BadListInputTest {

    @Autowired
    private Centre centre;

    private Http supervisor;
    private String id;

    @BeforeEach
    void aSupervisor() {
        supervisor = centre.as(centre.person("SUPERVISOR"));
        id = "bad-" + UUID.randomUUID();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "id, null",
                "id, \"\"",
                "id, \"Sales\"",
                "id, \"-a\"",
                "id, \"a b\"",
                "id, \"a/b\"",
                "id, \"a\\n\"",
                "id, \"a\\u0000\"",
                "id, 5",
                "name, null",
                "name, \" \"",
                "name, \"a\\u0000\"",
                "name, \"\\udfff\"",
                "name, 5",
                "region, null",
                "region, \"fi\"",
                "region, \"XX\"",
                "region, \"FIN\"",
                "region, 358",
                "zone, null",
                "zone, \"Mars/Olympus\"",
                "zone, \"a\\u0000\"",
                "zone, \"+99:00\"",
                "order, \"OLDEST\"",
                "order, \"\"",
                "dueAfter, null",
                "dueAfter, \"1h\"",
                "dueAfter, 3600",
                "dueAfter, \"PT0S\"",
                "dueAfter, \"-PT1H\"",
                "dueAfter, \"PT9223372036854775807S\"",
                "dueAfter, \"P999999999999999999D\"",
                "expiresAfter, null",
                "expiresAfter, \"PT1H\"",
                "expiresAfter, \"P367D\"",
                "autoStopAfter, \"PT0S\"",
                "autoStopAfter, \"PT0.5S\"",
                "autoStopAfter, \"soon\"",
                "closeAfterCall, \"-PT1S\"",
                "closeAfterCall, []",
                "externalIdOnce, 1",
                "askingAgainMovesAppointments, \"true\"",
                "specialNumbers, \"no\"",
                "longestCall, \"PT0S\"",
                "longestCall, \"P367D\"",
                "shortestRetry, \"PT0.5S\"",
                "shortestRetry, \"-PT1M\"",
                "shortestRetry, 60",
                "maxAttempts, 0",
                "maxAttempts, -1",
                "maxAttempts, 1001",
                "maxAttempts, 99999999999",
                "maxAttempts, 1.5",
                "maxAttempts, \"3\"",
                "formKey, \"a b\"",
                "formKey, \"../etc\"",
                "formKey, \"a\\u0000\"",
                "processAttributes, \"segment\"",
                "processAttributes, 1",
                "version, \"1\"",
                "version, 99999999999999999999",
                "colour, \"red\""
            })
    void aSettingThatCannotBeIsNamed(String field, String value) {
        var answer = supervisor.post("/api/v1/lists", body(Map.of(field, value)));

        invalid(answer, field);
        notFound(supervisor.get("/api/v1/lists/" + id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "3rd",
                "kunta-nro",
                "callStatus",
                "listId",
                "weekday",
                "status3",
                "priority",
                "and",
                "Execution",
                "giveUpDelegate",
                "phone",
                "mobilePhone",
                "customerName",
                "order_number",
                "PUHELIN",
                "eMail",
                "callerid",
                "a2345678901234567890123456789012345678901"
            })
    void anAttributeThatProcessesMayNotReadIsRefused(String name) {
        var answer = supervisor.post(
                "/api/v1/lists", body(Map.of("processAttributes", "[\"segment\",\"%s\"]".formatted(name))));

        invalid(answer, "processAttributes[1]");
    }

    @Test
    void attributesThatProcessesMayReadAreFewAndDifferent() {
        var twice = supervisor.post("/api/v1/lists", body(Map.of("processAttributes", "[\"tier\",\"tier\"]")));
        var many = supervisor.post(
                "/api/v1/lists", body(Map.of("processAttributes", "[\"a0\"" + ",\"a1\"".repeat(10) + "]")));

        invalid(twice, "processAttributes[1]");
        invalid(many, "processAttributes");
    }

    @Test
    void textsOfAnyLengthAreMeasured() {
        invalid(supervisor.post("/api/v1/lists", body(Map.of("id", Centre.quoted("x".repeat(64))))), "id");
        invalid(supervisor.post("/api/v1/lists", body(Map.of("name", Centre.quoted("x".repeat(201))))), "name");
        invalid(supervisor.post("/api/v1/lists", body(Map.of("zone", Centre.quoted("x".repeat(65))))), "zone");
        refused(
                supervisor.post("/api/v1/lists", body(Map.of("name", Centre.quoted("x".repeat(70_000))))),
                413,
                "payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such", "%F0%9F%98%80", "a%20b", "17", "A"})
    void addressesOfNoListAreNotFound(String unknown) {
        var path = "/api/v1/lists/" + unknown;

        notFound(supervisor.get(path));
        notFound(supervisor.get(path + "/numbers"));
        notFound(supervisor.get(path + "/agents"));
        notFound(supervisor.delete(path));
        notFound(supervisor.put(path + "/agents/anna", ""));
        notFound(supervisor.delete(path + "/agents/anna"));
        notFound(supervisor.put(path + "/agents/anna/active", json("{'active':true}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00", "%00", "a%2Fb", "a%0Ab", "a;b=c", "..%2f.."})
    void addressesNobodyWritesAreMalformed(String strange) {
        for (var path : new String[] {"/api/v1/lists/", "/api/v1/callbacks/", "/api/v1/agents/"}) {
            var answer = supervisor.get(path + strange);

            assertThat(answer.status()).as(path + strange).isBetween(400, 404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private String body(Map<String, String> wrong) {
        var all = new TreeMap<>(Map.of(
                "id", Centre.quoted(id),
                "name", "\"Bad\"",
                "region", "\"FI\"",
                "zone", "\"Europe/Helsinki\"",
                "dueAfter", "\"PT1H\"",
                "expiresAfter", "\"PT24H\""));
        all.putAll(wrong);
        return Centre.object(all);
    }
}
