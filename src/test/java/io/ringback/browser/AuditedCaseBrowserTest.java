package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.ringback.support.Centre;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor looks at the way one callback has gone. */
@BrowserTest
class AuditedCaseBrowserTest {

    @Autowired
    private Centre centre;

    private String auditor;
    private String list;

    @BeforeEach
    void anAuditor() {
        auditor = centre.person("AUDITOR");
        list = centre.list(Map.of("expiresAfter", "\"PT24H\""));
    }

    @Test
    void theWayIsReplayedStepByStepByKeys(Browsers browsers) {
        var page = browsers.inOffice(auditor, at(inThreeRounds())).page();
        assertThat(element(page, "end_cancelled")).hasClass(Pattern.compile("is-here"));
        assertThat(element(page, "flow_back")).hasClass(Pattern.compile("is-passed"));
        assertThat(page.locator(".audit-picture .bjs-powered-by")).isVisible();
        assertThat(page.locator("#steps tbody tr[data-round='3']").first()).isVisible();
        assertThat(page.locator("#end")).containsText("Cancelled");
        picture(page, "audit-case");

        page.locator("#position").press("Home");
        assertThat(page.locator("#said")).containsText("Step 0 of");
        assertThat(element(page, "start_callbackRequested")).not().hasClass(Pattern.compile("is-passed"));
        page.locator("#position").press("ArrowRight");
        assertThat(page.locator("#said")).containsText("Callback requested");
        assertThat(element(page, "start_callbackRequested")).hasClass(Pattern.compile("is-here"));
        assertThat(page.locator("#steps tr[aria-current=step]")).hasCount(1);

        page.locator("#play").press("Enter");
        assertThat(page.locator("#play")).hasText("Pause");
        assertThat(page.locator("#said")).containsText("Tie case to callback");
        page.locator("#play").press("Enter");
        assertThat(page.locator("#play")).hasText("Play");
    }

    @Test
    void tableAndPictureLightEachOther(Browsers browsers) {
        var page = browsers.inOffice(auditor, at(inThreeRounds())).page();
        assertThat(element(page, "end_cancelled")).hasClass(Pattern.compile("is-here"));

        page.locator("#steps [data-element=task_registerCallback] button").focus();
        assertThat(element(page, "task_registerCallback")).hasClass(Pattern.compile("is-lit"));
        element(page, "task_registerCallback").click(new Locator.ClickOptions().setPosition(40, 30));
        assertThat(page.locator("#steps tr[aria-current=step]")).hasAttribute("data-element", "task_registerCallback");
    }

    @Test
    void decisionsChangesAndWhoHadItAreToldInWords(Browsers browsers) {
        var page = browsers.inOffice(auditor, at(inThreeRounds())).page();

        assertThat(page.locator("#decisions")).containsText("Retry policy, version 1");
        assertThat(page.locator("#decisions")).containsText("rule 2");
        assertThat(page.locator("#had tbody tr")).hasCount(3);
        assertThat(page.locator("#had")).containsText("eligible on");
        assertThat(page.locator("#events")).containsText("Back in the queue");
        assertThat(page.locator("#events .audit-changed").first()).isVisible();
        assertThat(page.locator("#events")).containsText("was served");
        page.reload();
        assertThat(page.locator("#looks")).containsText("looked at it");
        assertThat(EveryLook.faults("an audited case", page)).isEmpty();
    }

    @Test
    void everyKindOfCaseHasItsPage(Browsers browsers) {
        var number = centre.newNumber();
        var open = centre.request(list, number);
        var merged = centre.request(list, number);
        var page = browsers.inOffice(auditor, at(Centre.id(open))).page();
        assertThat(element(page, "gateway_waiting")).hasClass(Pattern.compile("is-open"));
        assertThat(page.locator("#steps")).containsText("still there");
        picture(page, "audit-open");

        page.navigate(
                page.url().replace(Centre.id(open).toString(), Centre.id(merged).toString()));
        assertThat(element(page, "end_closedAsRelated")).hasClass(Pattern.compile("is-here"));
        assertThat(page.locator("#related a")).hasAttribute("href", at(Centre.id(open)));
        picture(page, "audit-merged");
        assertThat(EveryLook.faults("a merged case", page)).isEmpty();
    }

    @Test
    void onPaperThePictureAndAllStepsAreThere(Browsers browsers) {
        var page = browsers.inOffice(auditor, at(inThreeRounds())).page();
        assertThat(element(page, "end_cancelled")).hasClass(Pattern.compile("is-here"));

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("#position")).isHidden();
        assertThat(page.locator("#steps tbody tr").last()).isVisible();
        assertThat(element(page, "end_cancelled")).isVisible();
        page.pdf(new Page.PdfOptions()
                .setPath(Path.of("target/browser/audit-case.pdf"))
                .setPrintBackground(true));
        picture(page, "audit-print");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fi | Kuljettu reitti | kierros 2", "sv | Vägen den har gått | omgång 2"})
    void itSpeaksTheLanguageOfTheAuditor(String language, String title, String round, Browsers browsers) {
        var page = browsers.inOffice(auditor, at(inThreeRounds()) + "?lang=" + language)
                .page();

        assertThat(page.locator("#way-title")).hasText(title);
        assertThat(page.locator("#steps")).containsText(round);
        picture(page, "audit-" + language);
        assertThat(EveryLook.faults(language, page)).isEmpty();
    }

    private static String at(UUID callback) {
        return "/audit/callbacks/" + callback;
    }

    /** Given back twice, called in vain, and cancelled. */
    private UUID inThreeRounds() {
        var callback = centre.request(list, centre.newNumber(), Map.of("callerName", "\"Maija\""));
        for (int times = 0; times < 2; times++) {
            var agent = holder(callback);
            centre.receive(agent, false);
        }
        var agent = holder(callback);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "BUSY");
        centre.receive(agent, false);
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback)), "{\"reason\":\"was served\"}");
        return Centre.id(callback);
    }

    private String holder(JsonNode callback) {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        assertThat(centre.callback(callback).path("allocatedTo").asText()).isEqualTo(agent);
        return agent;
    }

    private static Locator element(Page page, String id) {
        return page.locator(".audit-picture .djs-element[data-element-id=%s]".formatted(id));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/browser/" + name + ".png"))
                .setFullPage(true));
    }
}
