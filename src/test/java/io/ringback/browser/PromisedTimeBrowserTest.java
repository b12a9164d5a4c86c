package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.net.http.HttpRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A time at which the list is closed: told as soon as it is chosen, with those next to it, and kept when insisted on. */
@BrowserTest
class PromisedTimeBrowserTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final ZoneId ZONE = ZoneId.of(Look.usual().zone());

    @Autowired
    private Centre centre;

    /** Always open, but for the day after tomorrow. */
    private String list = "";

    private final LocalDate closed = LocalDate.now(HELSINKI).plusDays(2);

    @BeforeEach
    void aListThatIsClosedInTwoDays() {
        list = centre.list(Map.of(
                "expiresAfter", "\"P10D\"",
                "appointmentsOutsideHours", "true",
                "saveWithoutCall", "\"ASK\"",
                "autoStopAfter", "null"));
        var week = Stream.of(DayOfWeek.values())
                .map("{'day':'%s','from':'00:00','to':'00:00'}"::formatted)
                .collect(Collectors.joining(","));
        var hours = "{'week':[%s],'closedDays':[{'date':'%s','name':'Move'}],'expiry':'COUNTS_ON','callerZone':false}";
        var path = "/api/v1/lists/%s/hours".formatted(list);
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var set = supervisor.send(supervisor
                .request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", supervisor.get(path).json().path("version").asText())
                .PUT(HttpRequest.BodyPublishers.ofString(json(hours.formatted(week, closed))))
                .build());
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    @Test
    void theAgentIsToldAtOnceTakesATimeNextToItOrInsists(Browsers browsers) {
        var callback = centre.request(list, centre.newNumber());
        var window = inHand(browsers);
        var page = window.page();
        window.choose("BUSY");

        window.retryAt().fill(local(closed.atTime(12, 0)));

        assertThat(page.locator("#promised-why")).hasText("The list does not call at this time.");
        assertThat(nearest(page)).hasCount(2);
        window.save();
        assertThat(window.error("retryAt")).hasText("The list does not call at this time.");

        nearest(page).last().click();
        assertThat(window.retryAt()).hasValue(local(closed.plusDays(1).atStartOfDay()));
        assertThat(page.locator("#promised")).isHidden();

        window.retryAt().fill(local(closed.atTime(12, 0)));
        page.locator("#insist").check();
        window.save();

        assertThat(page.locator("#without-call")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#without-call")).isHidden();
        window.save();
        page.locator("#save-without-call").click();
        window.awaitGone();
        assertThat(Instant.parse(centre.callback(callback).path("appointmentAt").asText()))
                .isEqualTo(closed.atTime(12, 0).atZone(HELSINKI).toInstant());
        showsWhatWasAgreed(browsers, callback);
    }

    private void showsWhatWasAgreed(Browsers browsers, JsonNode callback) {
        var page = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases/" + Centre.id(callback))
                .page();

        assertThat(page.locator("#appointment")).containsText("outside of the calling hours");
        assertThat(page.locator("#calls")).containsText("without a call");
        assertThat(page.locator("#history")).containsText("Agreed with the caller by the agent:");
        assertThat(page.locator("#history")).containsText("kept although the list is closed then");
        page.navigate(page.url().replaceFirst("/cases/.*", "/cases?listId=" + list));
        assertThat(page.locator("#found")).containsText("Appointment");
    }

    @Test
    void aSupervisorReschedulesByTheSameRule(Browsers browsers) {
        var callback = centre.request(list, centre.newNumber());
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases/" + Centre.id(callback))
                .expects("status of 422");
        var page = sam.page();
        page.locator("#reschedule").click();
        page.locator("#reschedule-at").fill(local(closed.atTime(9, 30)));
        assertThat(page.locator("#promised-why")).hasText("The list does not call at this time.");
        assertThat(nearest(page)).hasCount(2);
        page.locator("#reschedule-reason").fill("asked by mail");
        page.locator("#reschedule-form [type=submit], #reschedule-form button.primary")
                .click();
        assertThat(page.locator("#reschedule-form .error"))
                .containsText(Pattern.compile("outside of the calling hours"));

        page.locator("#insist").check();
        page.locator("#reschedule-form button.primary").click();

        assertThat(page.locator("#reschedule-dialog")).isHidden();
        assertThat(page.locator("#history")).containsText("Rescheduled");
        assertThat(page.locator("#history")).containsText("asked by mail");
        assertThat(page.locator("#appointment")).isVisible();
        assertThat(Instant.parse(centre.callback(callback).path("eligibleAt").asText()))
                .isEqualTo(closed.atTime(9, 30).atZone(HELSINKI).toInstant());
    }

    private CaseWindow inHand(Browsers browsers) {
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        anna.desk().caseWindow().awaitOpen();
        return anna.desk().caseWindow();
    }

    private static Locator nearest(Page page) {
        return page.locator("#promised-nearest button");
    }

    /** As the person's field has it. */
    private static String local(LocalDateTime helsinki) {
        return helsinki.atZone(HELSINKI)
                .withZoneSameInstant(ZONE)
                .toLocalDateTime()
                .toString();
    }
}
