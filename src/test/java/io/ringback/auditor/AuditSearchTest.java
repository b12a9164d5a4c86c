package io.ringback.auditor;

import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Auditors find callbacks, open and closed, by anything that is known of them, alone and together. */
@RingbackTest
class AuditSearchTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private String list;
    private String agent;
    private String number;
    private JsonNode served;
    private JsonNode waiting;
    private String auditor;

    @BeforeEach
    void oneIsServedAndAnotherWaits() {
        list = centre.list();
        agent = centre.agentOn(list);
        number = centre.newNumber();
        auditor = centre.person("AUDITOR");
        served = centre.request(list, number, Map.of("externalId", quoted("order " + number)));
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED");
        centre.receive(agent, false);
        clock.advance(Duration.ofMinutes(1));
        waiting = centre.request(list, centre.newNumber());
    }

    @Test
    void eachCriterionFindsWhatItIsTrueOf() {
        var version = version();

        assertThat(found("phoneNumber", number)).containsExactly(text(served));
        assertThat(found("phoneNumber", "00" + number.substring(1))).containsExactly(text(served));
        assertThat(found("callbackId", text(served))).containsExactly(text(served));
        assertThat(found("externalId", "order " + number)).containsExactly(text(served));
        assertThat(found("agentId", agent)).containsExactly(text(served));
        assertThat(found("listId", list)).containsExactly(text(waiting), text(served));
        assertThat(found("listId", list, "status", "RESOLVED")).containsExactly(text(served));
        assertThat(found("listId", list, "outcome", "ANSWERED")).containsExactly(text(served));
        assertThat(found("listId", list, "outcome", "BUSY")).isEmpty();
        assertThat(found("listId", list, "processVersion", version)).containsExactly(text(waiting), text(served));
        assertThat(found("agentId", agent, "processVersion", "callbackCase:" + version))
                .containsExactly(text(served));
        assertThat(found("agentId", agent, "processVersion", "99")).isEmpty();
        assertThat(found("agentId", "nobody-here")).isEmpty();
    }

    @Test
    void anyTwoTogetherFindWhatBothAreTrueOf() {
        var of = new LinkedHashMap<String, String>();
        of.put("phoneNumber", number);
        of.put("callbackId", text(served));
        of.put("externalId", "order " + number);
        of.put("agentId", agent);
        of.put("listId", list);
        of.put("status", "RESOLVED");
        of.put("outcome", "ANSWERED");
        of.put("processVersion", version());
        of.put("from", served.path("createdAt").asText());
        of.put("to", waiting.path("createdAt").asText());
        var wide = List.of("status", "outcome", "processVersion", "from", "to");

        for (var one : of.keySet()) {
            for (var other : of.keySet()) {
                var asked = new LinkedHashMap<String, String>();
                asked.put(one, of.get(one));
                asked.put(other, of.get(other));
                if (wide.contains(one) && wide.contains(other)) {
                    asked.put("listId", list);
                }
                var found = ids(search(asked));
                assertThat(found).as("%s and %s", one, other).contains(text(served));
                if (!asked.keySet().equals(java.util.Set.of("listId"))
                        && !asked.keySet().equals(java.util.Set.of("listId", "from"))
                        && !asked.keySet().equals(java.util.Set.of("listId", "processVersion"))
                        && !asked.keySet().equals(java.util.Set.of("listId", "processVersion", "from"))) {
                    assertThat(found).as("%s and %s", one, other).doesNotContain(text(waiting));
                }
            }
        }
    }

    @Test
    void whatIsOpenIsFoundByWhoHasHadIt() {
        centre.receive(agent, true);
        assertThat(found("agentId", agent)).containsExactly(text(waiting), text(served));

        centre.receive(agent, false);
        assertThat(found("agentId", agent, "status", "WAITING")).containsExactly(text(waiting));
    }

    @Test
    void aPartOfANumberFindsWhoseItIs() {
        assertThat(found("phoneNumber", number.substring(4), "listId", list)).containsExactly(text(served));
    }

    @Test
    void whatSomebodyHasLookedAtIsFoundByTheirName() {
        var supervisor = centre.person("SUPERVISOR");
        centre.as(supervisor).get("/api/v1/callbacks/" + text(served));

        assertThat(found("lookedAtBy", supervisor)).containsExactly(text(served));
        assertThat(found("lookedAtBy", supervisor, "status", "WAITING")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 3; i++) {
            centre.cancel(centre.request(list, centre.newNumber()));
        }

        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = search(Map.of("listId", list), ", \"limit\": 2" + after);
            seen.addAll(ids(page));
            var next = page.path("next");
            after = next.isNull() ? "" : ", \"after\": " + quoted(next.asText());
        } while (!after.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates().endsWith(text(waiting), text(served));
    }

    @Test
    void aSearchIsRecordedAndItsPagesAreOneSearch() {
        search(Map.of("listId", list, "phoneNumber", number));
        var page = search(Map.of("listId", list), ", \"limit\": 1");
        for (int i = 0; i < 2; i++) {
            search(
                    Map.of("listId", list),
                    ", \"limit\": 1, \"after\": " + quoted(page.path("next").asText()));
        }

        var reads = jdbc.sql(
                        "SELECT list_id, details::text FROM ringback.audit_event WHERE actor = ? AND type = 'LOOKED_AT_CALLBACKS'")
                .param(auditor)
                .query()
                .listOfRows();
        assertThat(reads)
                .hasSize(3)
                .allSatisfy(read -> assertThat(read.get("list_id")).isEqualTo(list));
        assertThat(reads.toString()).doesNotContain(number.substring(4));
    }

    @Test
    void whereAPurposeIsAskedForItIsAFieldOfTheSearch() {
        jdbc.sql("UPDATE ringback.reading SET purpose = 'AUDITORS'").update();
        try {
            invalid(post("{}"), "purpose");
            assertThat(post("{\"purpose\": \"a complaint\"}").status()).isEqualTo(200);
        } finally {
            jdbc.sql("UPDATE ringback.reading SET purpose = 'NOBODY'").update();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"phoneNumber": "+"}                                 | phoneNumber
                    {"phoneNumber": "' OR 1=1 --"}                       | phoneNumber
                    {"phoneNumber": "%%%"}                               | phoneNumber
                    {"callbackId": "no id"}                              | callbackId
                    {"status": "GONE"}                                   | status
                    {"outcome": "FINE"}                                  | outcome
                    {"processVersion": "callbackCase"}                   | processVersion
                    {"processVersion": "1; DROP TABLE x"}                | processVersion
                    {"processVersion": "99999999999"}                    | processVersion
                    {"lookedAtBy": "nobody at all"}                      | lookedAtBy
                    {"from": "1990-01-01T00:00:00Z"}                     | from
                    {"limit": 0}                                         | limit
                    {"limit": 501}                                       | limit
                    {"after": "00000000-0000-0000-0000-000000000000"}    | after
                    {"agentId": "a\\u0000b"}                             | agentId
                    {"purpose": "one\\ntwo"}                             | purpose
                    """)
    void whatCannotBeLookedForIsNamed(String body, String field) {
        var answer = post(body);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_", "%", "\\\\", "'", "a:b", "{1,2}"})
    void whatIsAskedForIsTakenAsItIsWritten(String odd) {
        for (var field : List.of("externalId", "agentId", "listId")) {
            var answer = post("{\"%s\": \"%s\"}".formatted(field, odd));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().path("items")).isEmpty();
        }
    }

    private String version() {
        return jdbc.sql("SELECT process_version FROM ringback.closed_case WHERE callback_id = ?::uuid")
                .param(text(served))
                .query(String.class)
                .single();
    }

    private List<String> found(String... criteria) {
        var asked = new LinkedHashMap<String, String>();
        for (int i = 0; i < criteria.length; i += 2) {
            asked.put(criteria[i], criteria[i + 1]);
        }
        return ids(search(asked));
    }

    private JsonNode search(Map<String, String> criteria) {
        return search(criteria, "");
    }

    private JsonNode search(Map<String, String> criteria, String more) {
        var fields = criteria.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ": " + quoted(field.getValue()))
                .collect(Collectors.joining(", "));
        var answer = post("{" + fields + more + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer post(String body) {
        return centre.as(auditor).post("/api/v1/audit/search", body);
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsText("id");
    }

    private static String text(JsonNode callback) {
        return UUID.fromString(callback.path("id").asText()).toString();
    }
}
