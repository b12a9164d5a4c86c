package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page draws its desk anew when, and only when, what it shows has changed. */
class DeskVersionTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final String DESK = """
            {"agentId": "anna", "serverTime": "2026-03-02T08:00:00Z", "availability": "AVAILABLE", "receiving": true,
             "receivingSince": "2026-03-02T07:00:00Z", "acceptsServiceCalls": false,
             "stoppedBecause": "SUPERVISOR",
             "stopped": {"because": "SUPERVISOR", "at": "2026-03-02T06:50:00Z", "limit": null, "note": "lunch"},
             "lists": [{"id": "sales", "name": "Sales", "active": true, "serving": 1, "openCases": 2, "dueInAnHour": 1,
                        "expiresIn24Hours": 1}],
             "case": {"allocationId": "00000000-0000-0000-0000-000000000001", "phase": "AFTER_CALL",
                      "autoStopAt": "2026-03-02T08:02:00Z", "closesAt": "2026-03-02T08:05:00Z",
                      "suggestedRetryAt": {"BUSY": "2026-03-02T08:05:00Z"},
                      "callback": {"id": "00000000-0000-0000-0000-000000000002", "listId": "sales",
                                   "phoneNumber": "+358401234567", "callerName": "Ville", "source": "IVR",
                                   "externalId": null, "status": "ALLOCATED", "createdAt": "2026-03-02T07:00:00Z",
                                   "eligibleAt": "2026-03-02T07:00:00Z", "dueAt": "2026-03-02T09:00:00Z",
                                   "expiresAt": "2026-03-03T07:00:00Z", "closedAt": null, "mainCallbackId": null,
                                   "attemptCount": 1, "allocatedTo": "anna", "attributes": {"a": "1", "b": "2"},
                                   "overdue": false, "setAside": false},
                      "attempts": [{"at": "2026-03-02T07:30:00Z", "endedAt": null, "agentId": "bo",
                                    "callStatus": null, "note": null, "recordingUrl": null}],
                      "related": [{"id": "00000000-0000-0000-0000-000000000003", "status": "MERGED",
                                   "createdAt": "2026-03-02T07:10:00Z", "mainCallbackId": null}],
                      "draft": null, "formKey": "callOutcome"}}""";

    /** Found by another Java process; a new field of a case or an attempt gives another one. */
    @Test
    void theSameDeskHasTheSameVersionOnEveryNodeAndAfterEveryRestart() {
        var version = version("/agentId", "\"anna\"");

        assertThat(version).isEqualTo("ff8c4c77e0cb5e77a4d47f59");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/agentId, \"bo\"",
                "/availability, \"BUSY\"",
                "/receiving, false",
                "/receivingSince, \"2026-03-02T07:00:01Z\"",
                "/stopped, null",
                "/stopped/because, \"AGENT\"",
                "/stopped/at, \"2026-03-02T06:50:01Z\"",
                "/stopped/limit, \"PT2M\"",
                "/stopped/note, null",
                "/lists, []",
                "/lists/0/id, \"support\"",
                "/lists/0/name, \"Sales and more\"",
                "/lists/0/active, false",
                "/case, null",
                "/case/allocationId, \"00000000-0000-0000-0000-000000000009\"",
                "/case/phase, \"IN_CALL\"",
                "/case/autoStopAt, null",
                "/case/closesAt, \"2026-03-02T08:06:00Z\"",
                "/case/formKey, null",
                "/case/callback/id, \"00000000-0000-0000-0000-000000000009\"",
                "/case/callback/phoneNumber, \"+358401234568\"",
                "/case/callback/callerName, null",
                "/case/callback/callerName, \"null\"",
                "/case/callback/source, \"WEB\"",
                "/case/callback/status, \"WAITING\"",
                "/case/callback/dueAt, \"2026-03-02T09:00:01Z\"",
                "/case/callback/expiresAt, \"2026-03-03T07:00:01Z\"",
                "/case/callback/attemptCount, 2",
                "/case/callback/overdue, true",
                "/case/callback/attributes/a, \"2\"",
                "/case/attempts, []",
                "/case/attempts/0/endedAt, \"2026-03-02T07:31:00Z\"",
                "/case/attempts/0/callStatus, \"BUSY\"",
                "/case/attempts/0/note, \"call the shop\"",
                "/case/attempts/0/recordingUrl, \"https://recordings.example/1\"",
                "/case/related, []",
                "/case/related/0/status, \"CANCELLED\""
            })
    void whatIsDrawnGivesAnotherVersion(String field, String value) {
        assertThat(version(field, value)).isNotEqualTo(version("/agentId", "\"anna\""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/serverTime, \"2026-03-02T08:00:05Z\"",
                "/lists/0/serving, 7",
                "/lists/0/openCases, 7",
                "/lists/0/dueInAnHour, 7",
                "/lists/0/expiresIn24Hours, 7",
                "/case/suggestedRetryAt/BUSY, \"2026-03-02T08:05:05Z\"",
                "/case/draft, {\"note\":\"typed\"}"
            })
    void whatIsPutInPlaceGivesTheSameVersion(String field, String value) {
        assertThat(version(field, value)).isEqualTo(version("/agentId", "\"anna\""));
    }

    @Test
    void theOrderInWhichAttributesHappenToBeKeptMakesNoDifference() {
        var ascending = new TreeMap<>(Map.of("a", "1", "b", "2"));

        assertThat(version(
                        "/case/callback/attributes", JSON.valueToTree(ascending).toString()))
                .isEqualTo(version(
                        "/case/callback/attributes",
                        JSON.valueToTree(ascending.descendingMap()).toString()));
    }

    /** The version of the desk above with this field changed. */
    private static String version(String field, String value) {
        try {
            var desk = JSON.readTree(DESK);
            var cut = field.lastIndexOf('/');
            var parent = desk.at(field.substring(0, cut));
            var name = field.substring(cut + 1);
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(name), JSON.readTree(value));
            } else {
                ((ObjectNode) parent).set(name, JSON.readTree(value));
            }
            return JSON.treeToValue(desk, Desk.class).version();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
