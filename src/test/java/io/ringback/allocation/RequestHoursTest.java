package io.ringback.allocation;

import static io.ringback.allocation.OfficeHours.helsinki;
import static io.ringback.allocation.OfficeHours.office;
import static io.ringback.allocation.OfficeHours.time;
import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A new callback on a list with calling hours, from the request to the desk; the rule is in {@code RequestedTimesTest}. */
class RequestHoursTest extends OpenInOfficeHours {

    @Test
    void aRequestOutsideOfTheHoursIsOfferedAtTheNextOpening() {
        hours.at("2026-03-02T17:00");
        var agent = hours.receivingAgent();

        var callback = hours.request();

        assertThat(callback.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(time(callback, "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
        assertThat(time(callback, "dueAt")).as("counted from the opening").isEqualTo(helsinki("2026-03-03T09:00"));
        assertThat(time(callback, "expiresAt")).as("counts on").isEqualTo(helsinki("2026-03-03T17:00"));
        hours.at("2026-03-03T07:59:59");
        assertThat(hours.offeredTo(agent)).isNull();
        hours.at("2026-03-03T08:00");
        assertThat(hours.offeredTo(agent)).isEqualTo(callback.path("id").asText());
    }

    @Test
    void theTimesARequestNamesStayButMustLeaveAnOpening() {
        hours.at("2026-03-02T17:00");

        var named = hours.request(Map.of(
                "dueAt", quoted(helsinki("2026-03-02T19:00").toString()),
                "expiresAt", quoted(helsinki("2026-03-03T09:00").toString())));
        var tooShort = centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/callbacks",
                        json(
                                "{'listId':'%s','phoneNumber':'%s','source':'IVR','expiresAt':'%s'}",
                                hours.list(), centre.newNumber(), helsinki("2026-03-03T08:00")));

        assertThat(time(named, "dueAt")).isEqualTo(helsinki("2026-03-02T19:00"));
        assertThat(time(named, "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
        invalid(tooShort, "expiresAt");
    }

    @Test
    void anExpiryThatPausesCountsOpenTimeOnly() {
        hours.open(office("PAUSES", false));
        hours.at("2026-03-06T15:00");

        var callback = hours.request();

        assertThat(time(callback, "expiresAt"))
                .as("24 open hours: one today, then three days of eight but for the last hour")
                .isEqualTo(helsinki("2026-03-11T15:00"));
    }

    @Test
    void whatExpiresBeforeTheNextOpeningIsNeverOffered() {
        hours.at("2026-03-06T17:00");
        var agent = hours.receivingAgent();

        var callback = hours.request();

        assertThat(time(callback, "eligibleAt")).isEqualTo(time(callback, "expiresAt"));
        hours.at("2026-03-07T17:00");
        assertThat(hours.offeredTo(agent)).isNull();
        engine.fire(Centre.id(callback), "timer_eligible");
        engine.fire(Centre.id(callback), "timer_expired");
        assertThat(centre.status(callback)).isEqualTo("EXPIRED");
    }

    @Test
    void callersElsewhereAreCalledWhenBothAreOpen() {
        hours.open(office("COUNTS_ON", true));
        hours.at("2026-03-02T10:00");

        var french = centre.request(hours.list(), "+33612345678");
        var ofNewYork = centre.request(hours.list(), "+12125550123");

        assertThat(french.path("status").asText()).as("9 o’clock there").isEqualTo("WAITING");
        assertThat(ofNewYork.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(time(ofNewYork, "eligibleAt")).isEqualTo(helsinki("2026-03-02T15:00"));
    }
}
