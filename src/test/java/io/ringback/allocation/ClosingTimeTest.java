package io.ringback.allocation;

import static io.ringback.allocation.OfficeHours.helsinki;
import static io.ringback.allocation.OfficeHours.time;
import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits at closing time goes to the next opening, what is in hand stays there, and retries keep to the hours. */
class ClosingTimeTest extends OpenInOfficeHours {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatStillWaitsAtClosingTimeIsOfferedTheNextDay() {
        hours.at("2026-03-02T15:59");
        var callback = hours.request();

        hours.at("2026-03-02T16:00");
        var agent = hours.receivingAgent();
        assertThat(centre.desk(agent).path("case").isNull())
                .as("before any sweep")
                .isTrue();
        assertThat(hours.offeredTo(agent)).isNull();

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
        assertThat(hours.events(callback)).contains("CALLING_HOURS_ENDED");
        hours.at("2026-03-03T08:00");
        assertThat(hours.offeredTo(agent)).isEqualTo(callback.path("id").asText());
    }

    @Test
    void aServerThatSleptThroughADayTakesTheNextOne() {
        hours.at("2026-03-02T17:00");
        var callback = hours.request(
                Map.of("expiresAt", quoted(helsinki("2026-03-06T12:00").toString())));

        hours.at("2026-03-03T20:00");
        offers.runOnce();

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-04T08:00"));
    }

    @Test
    void aCaseInHandIsNotTakenAwayAtClosingTime() {
        hours.at("2026-03-02T15:59");
        var callback = hours.request();
        var agent = hours.receivingAgent();

        hours.at("2026-03-02T16:30");
        offers.runOnce();

        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    @Test
    void whatIsGivenBackAfterClosingWaitsForTheNextOpening() {
        hours.at("2026-03-02T15:59");
        var callback = hours.request();
        var agent = hours.receivingAgent();
        hours.at("2026-03-02T16:30");

        centre.receive(agent, false);

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
        hours.at("2026-03-03T08:00");
        engine.fire(Centre.id(callback), "timer_eligible");
        assertThat(centre.status(callback)).isEqualTo("WAITING");
        centre.receive(agent, true);
        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");
    }

    @Test
    void retryTimesThatNobodyHasChosenMoveIntoTheHours() {
        hours.at("2026-03-02T15:50");
        var callback = hours.request(
                Map.of("expiresAt", quoted(helsinki("2026-03-06T12:00").toString())));
        var agent = hours.receivingAgent();

        var suggested = centre.desk(agent).at("/case/suggestedRetryAt");
        centre.save(agent, "NO_ANSWER");

        assertThat(time(suggested, "BUSY")).isEqualTo(helsinki("2026-03-02T15:55"));
        assertThat(time(suggested, "NO_ANSWER")).isEqualTo(helsinki("2026-03-03T08:00"));
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
    }

    @Test
    void aRetryThatFindsNoOpeningBeforeTheExpiryIsRefusedAndADefaultComesBeforeClosing() {
        hours.at("2026-03-02T15:00");
        var callback = hours.request(
                Map.of("expiresAt", quoted(helsinki("2026-03-02T20:00").toString())));
        var agent = hours.receivingAgent();
        var allocation = centre.desk(agent).at("/case/allocationId").asText();

        var refused = centre.as(agent)
                .post(
                        "/api/v1/desk/case/outcome",
                        json(
                                "{'allocationId':'%s','callStatus':'BUSY','retryAt':'%s'}",
                                allocation, helsinki("2026-03-02T18:00")));
        var suggested = centre.desk(agent).at("/case/suggestedRetryAt");
        centre.save(agent, "OTHER");

        refused(refused, 422, "outside-hours");
        assertThat(time(suggested, "OTHER")).isEqualTo(helsinki("2026-03-02T15:59:59"));
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-02T15:59:59"));
    }

    @Test
    void theSweepFindsWhatHasClosedByItsIndex() {
        var plan = String.join("\n", jdbc.sql("""
                                EXPLAIN SELECT id FROM ringback.callback
                                WHERE status IN ('WAITING', 'SCHEDULED') AND set_aside_at IS NULL AND offer_until <= now()
                                ORDER BY offer_until, id LIMIT 5000 FOR UPDATE SKIP LOCKED""").query(String.class).list());

        assertThat(plan).contains("callback_offer_until").doesNotContain("Seq Scan");
    }
}
