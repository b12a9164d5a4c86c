package io.ringback.office.lists;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of a list tells of its calling hours, and of who downloaded what, in words. */
@RingbackTest
class HoursInHistoryTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private String list;
    private String sam;

    @BeforeEach
    void aSupervisorAndAList() {
        list = centre.list();
        sam = centre.person("SUPERVISOR");
    }

    @Test
    void aChangeOfTheHoursIsToldInTheLanguageOfThePage() {
        change("0", "COUNTS_ON", "2030-12-24");
        change("1", "PAUSES", "2030-12-31");

        assertThat(part("_history?lang=en"))
                .contains("Hours of the week", "Always open", "Monday 22:00–06:00, Tuesday 08:00–16:00")
                .contains("counts on while closed", "pauses while closed", "Closed days added", "2030-12-31")
                .doesNotContain("callerZone", "PAUSES", "MONDAY", "always", ">true<", "??");
        assertThat(part("_history?lang=fi")).contains("maanantai 22:00–06:00", "Vanhenemisaika", "Kyllä");
        assertThat(part("_history?lang=sv")).contains("måndag 22:00–06:00", "Utgångstid", "Ja");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIST_CHANGED       | dueAfter        | PT1H → PT2H                            | Due after",
                "LIST_CHANGED       | specialNumbers  | false → true                           | Call premium-rate and satellite numbers",
                "LIST_CHANGED       | formerSetting   | 3 → 4                                  | formerSetting",
                "LIST_HOURS_CHANGED | week            | always → [MONDAY 08:00–16:00]          | Hours of the week",
                "LIST_HOURS_CHANGED | closedDaysAdded | 2026-12-24 ↻, 2026-12-31 and 2 more    | Closed days added",
                "LIST_HOURS_CHANGED | closedDays      | renamed                                | Names of closed days",
            })
    void whatWasWrittenBeforeTheTrailKeptValuesIsShownAsItIs(String type, String name, String written, String label) {
        jdbc.sql("""
                        INSERT INTO ringback.audit_event (at, actor, type, list_id, details)
                        VALUES (now(), ?, ?, ?, jsonb_build_object(?::text, ?::text))""").params(sam, type, list, name, written).update();

        assertThat(part("_history?lang=en")).contains(label, written).doesNotContain("??");
    }

    @Test
    void aChangedSettingIsToldInTheLanguageOfThePage() {
        var settings = centre.as(sam).get("/api/v1/lists/" + list).json();
        ((ObjectNode) settings).put("dueAfter", "PT1H30M").put("maxAttempts", 3).put("specialNumbers", true);
        centre.as(sam).put("/api/v1/lists/" + list, settings.toString());

        assertThat(part("_history?lang=en"))
                .contains("1\u00a0h 30\u00a0min", "No limit", ">Yes<", ">No<")
                .doesNotContain("PT1H30M", ">null<", ">false<", "??");
        assertThat(part("_history?lang=fi"))
                .contains("1\u00a0h 30\u00a0min", "Kyllä")
                .doesNotContain("??");
    }

    @Test
    void theTrailTellsValuesBesideTheWordsForPrograms() {
        change("0", "COUNTS_ON", "2030-12-24");
        change("1", "PAUSES", "2030-12-31");

        var event = centre.as(sam)
                .get("/api/v1/lists/%s/history?limit=1".formatted(list))
                .json()
                .at("/events/0");

        assertThat(event.at("/details/expiry").asText()).isEqualTo("COUNTS_ON → PAUSES");
        assertThat(event.at("/details/closedDaysAdded").asText()).isEqualTo("2030-12-31");
        assertThat(event.at("/changed/expiry/before").asText()).isEqualTo("COUNTS_ON");
        assertThat(event.at("/changed/expiry/after").asText()).isEqualTo("PAUSES");
        assertThat(event.at("/changed/closedDays/after/0/date").asText()).isEqualTo("2030-12-31");
    }

    @Test
    void aDownloadIsOneSentence() {
        centre.as(sam).get("/api/v1/exports/callbacks.csv?listId=" + list);

        assertThat(part("_history?lang=en"))
                .contains("downloaded “Callbacks” as CSV")
                .doesNotContain("EXPORTED", "listId:");
    }

    private void change(String version, String expiry, String closed) {
        var answer = centre.as(sam)
                .put(
                        "/api/v1/lists/%s/hours".formatted(list),
                        json(
                                "{'version':%s,'week':[{'day':'MONDAY','from':'22:00','to':'06:00'},"
                                        + "{'day':'TUESDAY','from':'08:00','to':'16:00'}],'holidays':true,'expiry':'%s',"
                                        + "'closedDays':[{'date':'%s','name':'Closed'}]}",
                                version, expiry, closed));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String part(String part) {
        return centre.signedIn(sam)
                .page("/supervision/lists/%s/%s".formatted(list, part))
                .body();
    }
}
