package io.ringback.allocation;

import static io.ringback.allocation.OfficeHours.helsinki;
import static io.ringback.allocation.OfficeHours.time;
import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Http;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time agreed on with the caller is kept as it was promised, or refused: never moved without a word. 7 March is a Saturday. */
class PromisedTimeTest extends OpenInOfficeHours {

    private static final String SATURDAY = "2026-03-07T18:00";

    private String agent;
    private JsonNode callback;

    @BeforeEach
    void aCaseInHandOnMondayMorning() {
        anew(Map.of("appointmentsOutsideHours", "true"));
    }

    private void anew(Map<String, String> settings) {
        hours = new OfficeHours(centre, clock, offers, settings);
        callback = hours.request(
                Map.of("expiresAt", quoted(helsinki("2026-03-13T12:00").toString())));
        agent = hours.receivingAgent();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-07T18:00, 2026-03-06T15:45 2026-03-09T08:00",
        "2026-03-02T16:00, 2026-03-02T15:45 2026-03-03T08:00",
        "2026-03-04T07:59, 2026-03-03T15:45 2026-03-04T08:00",
        "2026-03-12T23:00, 2026-03-12T15:45 2026-03-13T08:00"
    })
    void aTimeAtWhichTheListIsClosedIsRefusedWithThoseNextToIt(String chosen, String nearest) {
        var refusal = save(chosen, null);

        refused(refusal, 422, "outside-hours");
        assertThat(refusal.json().at("/errors/0/field").asText()).isEqualTo("retryAt");
        assertThat(refusal.json().path("mayInsist").asBoolean()).isTrue();
        assertThat(times(refusal.json().path("nearest"))).isEqualTo(helsinkis(nearest));
        assertThat(judged(chosen)).isEqualTo("OUTSIDE_HOURS " + helsinkis(nearest));

        var offered = helsinkis(nearest).get(1);
        assertThat(saved(offered.toString(), null).path("eligibleAt").asText()).isEqualTo(offered.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:59, IN_THE_PAST, 2026-03-02T10:01",
        "2026-03-13T12:00, PAST_EXPIRY, 2026-03-13T11:45",
        "2026-03-14T12:00, PAST_EXPIRY, 2026-03-13T11:45"
    })
    void anyOtherTimeThatCannotBeIsRefusedInsistedOnOrNot(String chosen, String code, String nearest) {
        for (var insist : List.of("true", "false")) {
            var refusal = save(chosen, insist);

            invalid(refusal, "retryAt");
            assertThat(refusal.json().at("/errors/0/code").asText()).isEqualTo(code);
            assertThat(times(refusal.json().path("nearest"))).isEqualTo(helsinkis(nearest));
        }
        assertThat(judged(chosen)).isEqualTo(code + " " + helsinkis(nearest));
    }

    @Test
    void whatIsInsistedOnIsKeptToTheMinuteAndOfferedThenThoughTheListIsClosed() {
        var saved = saved(helsinki(SATURDAY).toString(), "true");
        hours.open(OfficeHours.office("PAUSES", false));
        hours.at("2026-03-07T17:59");
        assertThat(hours.offeredTo(agent)).isNull();
        hours.at(SATURDAY);

        assertThat(time(saved, "eligibleAt")).isEqualTo(helsinki(SATURDAY));
        assertThat(time(saved, "appointmentAt")).isEqualTo(helsinki(SATURDAY));
        assertThat(hours.offeredTo(agent)).isEqualTo(callback.path("id").asText());
        var told = event("RETRY_SCHEDULED");
        assertThat(told.path("retryAt").asText()).isEqualTo(helsinki(SATURDAY).toString());
        assertThat(told.path("askedAt").asText()).isEqualTo(helsinki(SATURDAY).toString());
        assertThat(told.path("insisted").asText()).isEqualTo("true");
        assertThat(told.path("decidedBy").asText()).isEqualTo("AGENT");
    }

    @Test
    void givenBackWhileTheListIsClosedItIsOfferedToTheNext() {
        saved(helsinki(SATURDAY).toString(), "true");
        hours.at(SATURDAY);
        offers.runOnce();
        var other = hours.receivingAgent();

        centre.receive(agent, false);

        assertThat(hours.offeredTo(other)).isEqualTo(callback.path("id").asText());
    }

    @Test
    void nobodyInsistsWhereTheListDoesNotAllowIt() {
        anew(Map.of());

        var refusal = save(SATURDAY, "true");

        refused(refusal, 422, "outside-hours");
        assertThat(refusal.json().path("mayInsist").asBoolean()).isFalse();
        assertThat(refusal.json().path("nearest")).hasSize(2);
    }

    @Test
    void aWishThatWasLeftInADraftIsMovedAndBothTimesAreTold() {
        anew(Map.of("closeAfterCall", "\"PT5M\""));
        centre.endCall(agent, centre.call(agent));
        var draft = json(
                "{'allocationId':'%s','callStatus':'BUSY','retryAt':'%s','insist':true}",
                allocation(), helsinki(SATURDAY));
        assertThat(centre.as(agent).put("/api/v1/desk/case/draft", draft).status())
                .isEqualTo(204);

        clock.advance(java.time.Duration.ofMinutes(5));
        engine.fire(id(callback), "timer_windowLeftOpen");

        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-09T08:00"));
        assertThat(event("RETRY_SCHEDULED").path("askedAt").asText())
                .isEqualTo(helsinki(SATURDAY).toString());
        assertThat(event("RETRY_SCHEDULED").path("retryAt").asText())
                .isEqualTo(helsinki("2026-03-09T08:00").toString());
    }

    @Test
    void anAppointmentIsOfferedAtItsTimeBeforeAllOthersOfItsList() {
        saved(helsinki("2026-03-02T12:00").toString(), null);
        var older = hours.request(
                Map.of("dueAt", quoted(helsinki("2026-03-02T10:30").toString())));
        centre.receive(agent, false);
        hours.at("2026-03-02T11:59");
        var early = hours.receivingAgent();
        assertThat(centre.desk(early).at("/case/callback/id")).isEqualTo(older.path("id"));
        centre.receive(early, false);
        hours.at("2026-03-02T12:00");

        assertThat(hours.offeredTo(hours.receivingAgent()))
                .isEqualTo(callback.path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T12:00", "2026-03-07T18:00"})
    void aSupervisorsTimeIsJudgedByTheSameRule(String chosen) {
        centre.receive(agent, false);
        var at = helsinki(chosen).toString();

        var refusal = reschedule("{'eligibleAt':'%s','reason':'asked by mail','insist':false}", at);
        var done = reschedule("{'eligibleAt':'%s','reason':'asked by mail','insist':true}", at);

        assertThat(refusal.status()).isEqualTo(chosen.equals(SATURDAY) ? 422 : 200);
        if (refusal.status() == 422) {
            refused(refusal, 422, "outside-hours");
            assertThat(refusal.json().at("/errors/0/field").asText()).isEqualTo("eligibleAt");
            assertThat(refusal.json().path("nearest")).hasSize(2);
        }
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("eligibleAt").asText()).isEqualTo(at);
        assertThat(done.json().path("appointmentAt").asText()).isEqualTo(at);
        assertThat(done.json().path("status").asText()).isEqualTo("SCHEDULED");
        hours.at(chosen);
        assertThat(hours.offeredTo(hours.receivingAgent()))
                .isEqualTo(callback.path("id").asText());
        assertThat(event("RESCHEDULED").path("decidedBy").asText()).isEqualTo("SUPERVISOR");
    }

    @Test
    void whatIsInHandOrClosedIsNotRescheduled() {
        var body = "{'eligibleAt':'2026-03-02T12:00:00Z','reason':'asked by mail'}";

        conflict(reschedule(body));
        centre.save(agent, "ANSWERED");
        conflict(reschedule(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'eligibleAt':'2026-03-01T12:00:00Z','reason':'r'}",
                "{'eligibleAt':'2026-03-20T12:00:00Z','reason':'r','insist':true}",
                "{'eligibleAt':'9999-12-31T12:00:00Z','reason':'r'}",
                "{'eligibleAt':'-1000000000-01-01T00:00:00Z','reason':'r'}",
                "{'eligibleAt':'+1000000000-12-31T23:59:59Z','reason':'r'}",
                "{'eligibleAt':null,'reason':'r'}",
                "{'reason':'r'}"
            })
    void aTimeThatCannotBeIsNamedByItsField(String body) {
        centre.receive(agent, false);

        var refusal = reschedule(body);

        assertThat(refusal.status()).as(refusal.body()).isIn(400, 422);
        assertThat(refusal.json().path("errors").findValuesAsText("field")).contains("eligibleAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'eligibleAt':'2026-03-02T12:00:00Z'}", "{'eligibleAt':'2026-03-02T12:00:00Z','reason':' '}"})
    void aReasonIsWanted(String body) {
        centre.receive(agent, false);

        invalid(reschedule(body), "reason");
    }

    private Http.Answer reschedule(String body, Object... args) {
        return centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/reschedule".formatted(id(callback)), json(body, args));
    }

    private Http.Answer save(String helsinki, @Nullable String insist) {
        return post(helsinki(helsinki).toString(), insist);
    }

    private JsonNode saved(String at, @Nullable String insist) {
        var answer = post(at, insist);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return centre.callback(callback);
    }

    private Http.Answer post(String at, @Nullable String insist) {
        return centre.as(agent)
                .post(
                        "/api/v1/desk/case/outcome",
                        json(
                                "{'allocationId':'%s','callStatus':'BUSY','retryAt':'%s','insist':%s}",
                                allocation(), at, String.valueOf(insist)));
    }

    private String allocation() {
        return centre.desk(agent).at("/case/allocationId").asText();
    }

    private String judged(String helsinki) {
        var judged = centre.as(agent)
                .get("/api/v1/desk/case/retry-time?allocationId=%s&at=%s".formatted(allocation(), helsinki(helsinki)))
                .json();
        return judged.path("verdict").asText() + " " + times(judged.path("nearest"));
    }

    private JsonNode event(String type) {
        var events = centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(id(callback)))
                .json()
                .path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("type").asText().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .path("details");
    }

    private static List<Instant> times(JsonNode nearest) {
        return StreamSupport.stream(nearest.spliterator(), false)
                .map(time -> Instant.parse(time.asText()))
                .toList();
    }

    private static List<Instant> helsinkis(String written) {
        return Stream.of(written.split(" ")).map(OfficeHours::helsinki).toList();
    }
}
