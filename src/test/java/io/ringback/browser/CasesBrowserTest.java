package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor looks for a callback, looks at it, and cancels it. */
@BrowserTest
class CasesBrowserTest {

    private static final String NUMBER = "040 666 0001";

    @Autowired
    private Centre centre;

    @Test
    void aCallbackIsFoundByItsNumberAndAgainOnTheWayBack(Browsers browsers) {
        var list = centre.list();
        var callback = Centre.id(centre.request(list, NUMBER, Map.of("callerName", "\"Maija\"")));
        centre.request(list, centre.newNumber());
        var asked = new ArrayList<String>();
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases");
        var page = sam.page();
        page.onRequest(request -> asked.add(request.url()));

        page.locator("#number").fill(NUMBER);
        page.locator("#number").press("Enter");

        assertThat(page.locator("#found tbody tr")).hasCount(1);
        page.locator("#found tbody a").click();
        assertThat(page.locator("#case-number")).hasText("+358 40 6660001");
        page.goBack();
        assertThat(page.locator("#number")).hasValue(NUMBER);
        assertThat(page.locator("#found tbody tr")).hasCount(1);
        assertThat(page.locator("#found tbody a")).hasAttribute("href", "/supervision/cases/" + callback);
        assertThat(asked).isNotEmpty().noneMatch(url -> url.contains("666"));
    }

    @Test
    void filtersAreInTheAddressAndThePageHasEveryLook(Browsers browsers) {
        var list = centre.list();
        centre.request(list, centre.newNumber(), Map.of("callerName", Centre.quoted(States.LONG_NAME)));
        centre.request(list, centre.newNumber());
        var page = browsers.inOffice(centre.person("AUDITOR"), "/supervision/cases")
                .page();

        page.locator("#listId").selectOption(list);
        page.locator("#state").selectOption("OPEN");
        page.locator("#from").fill("2020-01-01");
        page.locator("#case-search button").click();

        assertThat(page)
                .hasURL(Pattern.compile("listId=" + list + "&state=OPEN&from=2020-01-01&zone=Europe%2FHelsinki"));
        assertThat(page.locator("#found tbody tr")).hasCount(2);
        assertThat(page.locator("#from")).hasValue("2020-01-01");
        page.locator(".take-out summary").click();
        var download = page.waitForDownload(
                () -> page.locator(".take-out a[href*='callbacks.csv']").click());
        assertThat(download.suggestedFilename()).isEqualTo("callbacks.csv");
        picture(page, "cases");
        assertThat(EveryLook.faults("callbacks", page)).isEmpty();
        page.locator("#number").fill("12");
        page.locator("#case-search button").click();
        assertThat(page.locator("#found .notice.danger")).isVisible();
        assertThat(EveryLook.faults("no such number", page)).isEmpty();
    }

    @Test
    void aSupervisorSeesWhatHappensAndCancels(Browsers browsers) {
        var list = centre.list();
        var callback = worked(list);
        var page = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases/" + callback)
                .page();
        assertThat(page.locator("#calls li")).hasCount(1);
        assertThat(page.locator("#history li").first()).containsText("Requested");
        picture(page, "case");
        assertThat(EveryLook.faults("callback", page)).isEmpty();

        page.locator("#cancel").click();
        page.locator("#ask textarea").fill("The caller wrote a mail");
        assertThat(EveryLook.faults("asked for a reason", page)).isEmpty();
        page.locator("#ask [type=submit]").click();

        assertThat(page.locator("#case-status")).hasText("Cancelled");
        assertThat(page.locator("#cancel")).hasCount(0);
        assertThat(page.locator("#history")).containsText("The caller wrote a mail");
    }

    @Test
    void whatBecameOfAnAnswerIsToldThoughItsButtonIsGone(Browsers browsers) {
        var callback = Centre.id(centre.request(centre.list(), centre.newNumber()));
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases/" + callback)
                .expects("status of 409");
        var page = sam.page();
        page.locator("#cancel").click();
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/cancel".formatted(callback), "{\"reason\":\"The other one\"}");
        assertThat(page.locator("#cancel")).hasCount(0);

        page.locator("#ask textarea").fill("My reason");
        page.locator("#ask [type=submit]").click();

        assertThat(page.locator("#ask [role=alert]")).containsText("this one is CANCELLED");
        assertThat(page.locator("#ask textarea")).hasValue("My reason");
        page.keyboard().press("Escape");
        assertThat(page.locator("#history")).containsText("The other one");
    }

    @Test
    void thePageFollowsWhatOthersDo(Browsers browsers) {
        var list = centre.list();
        var callback = centre.request(list, centre.newNumber());
        var page = browsers.inOffice(centre.person("AUDITOR"), "/supervision/cases/" + Centre.id(callback))
                .page();
        assertThat(page.locator("#case-status")).hasText("Waiting");
        assertThat(page.locator("#cancel")).hasCount(0);

        var agent = centre.agentOn(list);
        centre.receive(agent, true);

        assertThat(page.locator("#case-status")).hasText("With an agent");
        assertThat(page.locator("#history")).containsText("Given to an agent");
    }

    private UUID worked(String list) {
        var number = centre.newNumber();
        var callback = centre.request(
                list,
                number,
                Map.of(
                        "callerName",
                        Centre.quoted(States.LONG_NAME),
                        "attributes",
                        "{\"reference\":\"%s\"}".formatted("0123456789".repeat(10))));
        centre.request(list, number);
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "BUSY", Map.of("note", "\"Asked to be called after lunch.\""));
        centre.receive(agent, false);
        return Centre.id(callback);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target/browser/" + name + ".png"))
                .setFullPage(true));
    }
}
