package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exports as people open them: spreadsheets, with local times and columns of their own. */
class ExportForPeopleTest extends ExportsOfAList {

    private static final String FORMULA = "=HYPERLINK(\\\"https://evil.example\\\")";

    @Test
    void whatWasNeverSavedIsMarkedAndClassifiesNothing() throws IOException {
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        var hold = centre.receive(agent, true).at("/case/allocationId").asText();
        centre.call(agent);
        var entered = centre.as(agent)
                .put(
                        "/api/v1/desk/case/draft",
                        "{\"allocationId\":\"%s\",\"note\":\"half a\",\"formData\":{\"reason\":\"INVOICE\"}}"
                                .formatted(hold));
        assertThat(entered.status()).isEqualTo(204);
        centre.receive(agent, false);

        var attempt = only(export("attempts.csv?listId=" + list), ',');
        var callback = only(export("callbacks.csv?listId=" + list), ',');

        assertThat(attempt.get("note")).isEqualTo("half a");
        assertThat(attempt.get("unsaved")).isEqualTo("true");
        assertThat(attempt.get("leftAt")).isNotEmpty();
        assertThat(callback.get("formData")).isEmpty();
        assertThat(export("callbacks.json?answer=reason%3DINVOICE&listId=" + list)
                        .json())
                .isEmpty();
    }

    @Test
    void forSpreadsheetsNumbersAreTexts() throws IOException {
        centre.request(list, "040 777 0002");

        var answer = export("callbacks.csv?spreadsheet=true&separator=SEMICOLON&listId=" + list);

        assertThat(answer.body()).startsWith("\ufeffid;listId;phoneNumber;");
        assertThat(only(answer, ';').get("phoneNumber")).isEqualTo("+358 40 7770002");
    }

    @Test
    void attributesAndAnswersHaveColumnsOfTheirOwn() throws IOException {
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber(), Map.of("attributes", "{\"order\":\"4711\",\"=x\":\"@y\"}"));
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "BUSY", Map.of("formData", "{\"reason\":\"INVOICE\",\"result\":\"SETTLED\"}"));
        centre.receive(agent, false);

        var callback = only(export("callbacks.csv?listId=" + list), ',');
        var attempt = only(export("attempts.csv?spreadsheet=true&listId=" + list), ',');

        assertThat(callback.get("attr:order")).isEqualTo("4711");
        assertThat(callback.get("attr:=x")).isEqualTo("'@y");
        assertThat(callback.get("attributes")).contains("4711");
        assertThat(callback.get("answer:reason")).isEqualTo("INVOICE");
        assertThat(callback.get("formData")).contains("SETTLED");
        assertThat(attempt.get("answer:reason")).isEqualTo("INVOICE");
        assertThat(attempt.get("answer:result")).isEqualTo("SETTLED");
        assertThat(attempt.isMapped("formData")).isFalse();
    }

    @Test
    void timesForPeopleAreLocalOnesOfTheZoneThatTheirColumnsName() throws IOException {
        var callback = centre.request(list, centre.newNumber());
        var due = Instant.parse(callback.path("dueAt").asText());
        var tokyo = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .withZone(ZoneId.of("Asia/Tokyo"))
                .format(due);

        assertThat(only(export("callbacks.csv?zone=Asia/Tokyo&listId=" + list), ',')
                        .get("dueAt (Asia/Tokyo)"))
                .isEqualTo(tokyo);
        assertThat(export("callbacks.csv?spreadsheet=true&listId=" + list).body())
                .contains("dueAt (Europe/Helsinki)");
        assertThat(export("agents.csv?zone=Asia/Tokyo").body()).contains("lastSeenAt (Asia/Tokyo)");
        assertThat(only(export("callbacks.csv?listId=" + list), ',').get("dueAt"))
                .isEqualTo(callback.path("dueAt").asText());
    }

    @Test
    void aSpreadsheetIsReadAgainByTheImport() {
        centre.request(
                list,
                "040 777 0004",
                Map.of("callerName", "\"" + FORMULA + "\"", "attributes", "{\"order\":\"4711\"}"));
        var auditors = centre.as(auditor);

        var answer = auditors.bytes("/api/v1/exports/callbacks.xlsx?listId=" + list);

        var file = CsvFile.read(answer);
        var row = file.rows().get(0).cells();
        assertThat(row.get(file.header().indexOf("phoneNumber"))).isEqualTo("+358 40 7770004");
        assertThat(row.get(file.header().indexOf("callerName"))).isEqualTo("=HYPERLINK(\"https://evil.example\")");
        assertThat(row.get(file.header().indexOf("attr:order"))).isEqualTo("4711");
        assertThat(row.get(file.header().indexOf("createdAt (Europe/Helsinki)")))
                .startsWith("20");
    }
}
