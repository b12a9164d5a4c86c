package io.ringback.supervision;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The history of a list tells of its calling hours, and of who downloaded what, in words. */
@RingbackTest
class HoursInHistoryTest {

    @Autowired
    private Centre centre;

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
        assertThat(part("_history?lang=sv")).contains("måndag 22:00–06:00", "Sista tid", "Ja");
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
