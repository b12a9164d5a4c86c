package io.ringback.allocation;

import static io.ringback.allocation.OfficeHours.helsinki;
import static io.ringback.allocation.OfficeHours.time;
import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** New calling hours of a list count at once for its open callbacks, and leave their deadlines. */
class ChangedHoursTest extends OpenInOfficeHours {

    private static final String NIGHTS = json("""
            {'week':[{'day':'SATURDAY','from':'22:00','to':'06:00'}]}""");

    @Test
    void newHoursCountAtOnceForWhatWaitsAndLeaveTheDeadlines() {
        hours.at("2026-03-02T10:00");
        var callback = hours.request();

        var moved = hours.open(NIGHTS);
        var agent = hours.receivingAgent();

        assertThat(moved.path("movedCallbacks").asInt()).isEqualTo(1);
        assertThat(centre.desk(agent).path("case").isNull())
                .as("before any sweep")
                .isTrue();
        assertThat(hours.offeredTo(agent)).isNull();
        var now = centre.callback(callback);
        assertThat(now.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(now.path("dueAt")).isEqualTo(callback.path("dueAt"));
        assertThat(now.path("expiresAt")).isEqualTo(callback.path("expiresAt"));
        assertThat(hours.events(callback)).contains("CALLING_HOURS_CHANGED");
    }

    @Test
    void withoutHoursWhatWasScheduledForTheOpeningIsOfferedAtOnce() {
        hours.at("2026-03-02T17:00");
        var callback = hours.request();
        var retriedLater = hours.request(
                Map.of("notBefore", quoted(helsinki("2026-03-02T19:00").toString())));
        var agent = hours.receivingAgent();

        centre.as(centre.person("SUPERVISOR")).delete(hours.path());

        assertThat(hours.offeredTo(agent)).isEqualTo(callback.path("id").asText());
        assertThat(time(centre.callback(retriedLater), "eligibleAt"))
                .as("its own time counts again")
                .isEqualTo(helsinki("2026-03-02T19:00"));
    }

    @Test
    void anOldTimerDoesNotOfferWhatNewHoursHaveMoved() {
        hours.at("2026-03-02T17:00");
        var callback = hours.request(
                Map.of("expiresAt", quoted(helsinki("2026-03-09T12:00").toString())));
        hours.open(NIGHTS);
        offers.runOnce();

        hours.at("2026-03-03T08:00");
        engine.fire(Centre.id(callback), "timer_eligible");

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-07T22:00"));
        hours.at("2026-03-08T01:00");
        var agent = hours.receivingAgent();
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(callback.path("id"));
    }

    @Test
    void heldCallbacksLearnOfNewHoursWhenTheyComeBack() {
        hours.at("2026-03-02T10:00");
        var callback = hours.request();
        var agent = hours.receivingAgent();
        hours.open(NIGHTS);

        centre.receive(agent, false);

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
    }

    @Test
    void aListInAnotherZoneMeansOtherTimes() {
        hours.at("2026-03-02T15:30");
        var callback = hours.request();
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var settings = supervisor.get("/api/v1/lists/" + hours.list()).body();

        supervisor.put("/api/v1/lists/" + hours.list(), settings.replace("Europe/Helsinki", "Asia/Tokyo"));
        offers.runOnce();

        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
    }
}
