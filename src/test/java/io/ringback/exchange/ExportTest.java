package io.ringback.exchange;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as files. */
class ExportTest extends ExportsOfAList {

    private static final String FORMULA = "=HYPERLINK(\\\"https://evil.example\\\")";

    @Test
    void csvKeepsNumbersAndDefusesFormulas() throws IOException {
        var callback = centre.request(
                list,
                "040 777 0001",
                Map.of(
                        "callerName",
                        "\"" + FORMULA + "\"",
                        "externalId",
                        "\"-5\"",
                        "attributes",
                        "{\"a\":\"b,\\\"c\\\"\"}"));

        var answer = export("callbacks.csv?listId=" + list);

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"callbacks.csv\"");
        assertThat(answer.body()).doesNotStartWith("\ufeff");
        var row = only(answer, ',');
        assertThat(row.get("id")).isEqualTo(callback.path("id").asText());
        assertThat(row.get("phoneNumber")).isEqualTo("+358407770001");
        assertThat(row.get("callerName")).isEqualTo("'=HYPERLINK(\"https://evil.example\")");
        assertThat(row.get("externalId")).isEqualTo("-5");
        assertThat(row.get("attemptCount")).isEqualTo("0");
        assertThat(row.get("overdue")).isEqualTo("false");
        assertThat(row.get("dueAt")).isEqualTo(callback.path("dueAt").asText());
        assertThat(row.get("attributes")).isEqualTo("{\"a\": \"b,\\\"c\\\"\"}");
    }

    @Test
    void jsonIsAnArrayOfObjects() {
        var callback = centre.request(list, centre.newNumber(), Map.of("attributes", "{\"a\":\"b\"}"));

        var rows = export("callbacks.json?listId=" + list).json();

        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/phoneNumber")).isEqualTo(callback.path("phoneNumber"));
        assertThat(rows.at("/0/attributes")).isEqualTo(callback.path("attributes"));
        assertThat(rows.at("/0/attemptCount").isNumber()).isTrue();
        assertThat(rows.at("/0/callerName").isNull()).isTrue();
        assertThat(rows.at("/0/formData").isNull()).isTrue();
        assertThat(rows.get(0).fieldNames())
                .toIterable()
                .filteredOn(name -> !name.equals("formData"))
                .map(name -> name.equals("cancelRequestedAt") ? "cancelRequested" : name)
                .containsExactlyInAnyOrderElementsOf(() -> callback.fieldNames());
    }

    @Test
    void callsAndHistoryAreThereToo() {
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "BUSY", Map.of("note", "\"@later\""));
        centre.receive(agent, false);

        var calls = export("attempts.csv?listId=" + list).body();
        var history = export("audit.json?listId=" + list).json();

        assertThat(calls).contains(agent, "BUSY", "'@later");
        assertThat(history.findValuesAsText("type")).contains("REQUESTED", "OUTCOME_SAVED");
        assertThat(export("list-agents.json?listId=" + list)
                        .json()
                        .at("/0/agentId")
                        .asText())
                .isEqualTo(agent);
        assertThat(export("agents.csv").body()).contains(agent + ",Test " + agent + ",AVAILABLE,false");
    }

    @Test
    void agentsAreAllWithThatRole() {
        var neverAtADesk = centre.person("AGENT");
        var gone = centre.person("AGENT");
        centre.as(centre.person("ADMIN"))
                .put("/api/v1/accounts/" + gone, "{\"name\":\"Gone\",\"roles\":[\"AGENT\"],\"enabled\":false}");

        var agents = export("agents.csv").body();

        assertThat(agents)
                .contains("%1$s,Test %1$s,AVAILABLE,false,,,,true".formatted(neverAtADesk))
                .contains(gone + ",Gone,AVAILABLE,false,,,,false")
                .doesNotContain(auditor);
    }

    @Test
    void listsAreWrittenWithTheirDurations() {
        var lists = export("lists.json").json();

        assertThat(lists).anySatisfy(each -> {
            assertThat(each.path("id").asText()).isEqualTo(list);
            assertThat(each.path("dueAfter").asText()).isEqualTo("PT1H");
        });
    }

    @Test
    void filtersNarrowTheTable() {
        var early = centre.request(list, centre.newNumber());
        clock.advance(Duration.ofHours(2));
        var late = centre.request(list, centre.newNumber());

        assertThat(ids("listId=%s&to=%s".formatted(list, late.path("createdAt").asText())))
                .containsExactly(early.path("id").asText());
        assertThat(ids("listId=%s&from=%s"
                        .formatted(list, late.path("createdAt").asText())))
                .containsExactly(late.path("id").asText());
        assertThat(ids("overdue=true&listId=" + list))
                .containsExactly(early.path("id").asText());
        assertThat(ids("open=false&listId=" + list)).isEmpty();
        assertThat(ids("status=WAITING&listId=" + list)).hasSize(2);
    }

    @Test
    void accountsAreForAdministratorsAndHoldNoSecrets() {
        var admin = centre.as(centre.person("ADMIN"));

        var accounts = admin.get("/api/v1/exports/accounts.csv");

        assertThat(accounts.status()).isEqualTo(200);
        assertThat(accounts.body())
                .startsWith("id,name,roles,enabled,createdAt,version")
                .doesNotContain("bcrypt");
        assertThat(admin.get("/api/v1/exports/account-events.json").status()).isEqualTo(200);
        refused(admin.get("/api/v1/exports/callbacks.csv"), 403, "forbidden");
        refused(centre.as(auditor).get("/api/v1/exports/accounts.csv"), 403, "forbidden");
    }

    @Test
    void everyExportIsInTheAuditTrail() {
        export("callbacks.csv?status=WAITING&listId=" + list);

        assertThat(jdbc.sql("SELECT details::text FROM ringback.audit_event WHERE type = 'EXPORTED' AND actor = ?")
                        .param(auditor)
                        .query(String.class)
                        .single())
                .contains("\"table\": \"callbacks\"", "\"status\": \"WAITING\"", "\"listId\": \"" + list + "\"");
    }

    @Test
    void whatWasExportedCanBeImported() {
        centre.request(list, "040 777 0003", Map.of("callerName", "\"" + FORMULA + "\""));
        var other = centre.list();
        var imports = new ImportCalls(centre.as(centre.person("SUPERVISOR")));
        var name = "\"'" + FORMULA.replace("\\\"", "\"\"") + "\"";

        imports.run(
                imports.look("phoneNumber,callerName\n+358 40 7770003,%s\n".formatted(name), "?listId=" + other),
                false);

        assertThat(export("callbacks.json?listId=" + other).json().at("/0/callerName"))
                .isEqualTo(export("callbacks.json?listId=" + list).json().at("/0/callerName"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets.csv", "callbacks", "callbacks.xml", "callbacks.csv.exe"})
    void whatThereIsNotIsNotFound(String file) {
        notFound(centre.as(auditor).get("/api/v1/exports/" + file));
    }

    @ParameterizedTest
    @CsvSource({
        "lists.csv?status=WAITING, status",
        "audit.csv?open=true, open",
        "callbacks.csv?phoneNumber=1, phoneNumber",
        "callbacks.csv?from=yesterday, from",
        "callbacks.csv?to=5, to",
        "callbacks.csv?status=OPEN, status",
        "callbacks.csv?separator=PIPE, separator",
        "callbacks.csv?zone=Mars/Base, zone",
        "callbacks.json?zone=Europe/Helsinki, zone"
    })
    void badFiltersAreNamed(String query, String field) {
        invalid(centre.as(auditor).get("/api/v1/exports/" + query), field);
    }

    private List<String> ids(String query) {
        return export("callbacks.json?" + query).json().findValuesAsText("id");
    }
}
