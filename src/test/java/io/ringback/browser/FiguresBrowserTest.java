package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.ringback.support.Centre;
import io.ringback.trace.ClosedCases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An auditor looks at how cases went, and at what agents and lists did, by keys and in every language. */
@BrowserTest
class FiguresBrowserTest {

    private static final String VERSION = "/audit/processes/callbackCase/versions/1";

    @Autowired
    private Centre centre;

    @Autowired
    private ApplicationContext server;

    private String list;
    private String agent;

    @BeforeEach
    void someCasesThatAreClosed() {
        list = centre.list();
        agent = centre.agentOn(list);
        for (int i = 0; i < 3; i++) {
            centre.request(list, centre.newNumber());
            centre.receive(agent, true);
            centre.endCall(agent, centre.call(agent));
            centre.save(agent, "ANSWERED");
            centre.receive(agent, false);
        }
        centre.cancel(centre.request(centre.list(), centre.newNumber()));
        ClosedCases.fold(server);
    }

    @Test
    void aVersionIsSeenOnItsDiagramWithWhatIsChosenByKeys(Browsers browsers) {
        var ola = browsers.inOffice(centre.person("AUDITOR"), VERSION);
        var page = ola.page();
        assertThat(page.locator(".bjs-powered-by")).isVisible();
        assertThat(page.locator(".heat-number").first()).isAttached();
        assertThat(page.locator("[data-legend]")).isVisible();
        assertThat(page.locator(".heat-share").first()).isAttached();
        var passes = page.locator(".heat-number").count();

        page.locator("[name=measure]").first().focus();
        page.keyboard().press("ArrowRight");

        assertThat(page.locator("[name=measure][value=median]")).isChecked();
        assertThat(page.locator(".heat-number").count()).isLessThan(passes);
        assertThat(page.locator("#ends tr[data-end=end_resolved]")).isVisible();
        page.locator(".all-elements summary").press("Enter");
        assertThat(page.locator("tr[data-element=task_talkToCustomer]")).isVisible();
        page.locator("#gateways [data-select]").first().press("Enter");
        assertThat(page.locator(".model-viewer .djs-shape.is-chosen")).isAttached();
        assertThat(EveryLook.faults("figures of a version", page)).isEmpty();
        looksRightInPrint(page);
        picture(page, "version");
    }

    @Test
    void twoPeriodsAreSeenBesideEachOther(Browsers browsers) {
        var ola = browsers.inOffice(centre.person("AUDITOR"), "/audit/processes");
        var page = ola.page();
        assertThat(page.locator("#versions tr[data-version='callbackCase:1']")).isVisible();
        assertThat(EveryLook.faults("versions with cases", page)).isEmpty();
        picture(page, "versions");

        page.locator("#versions tr[data-version='callbackCase:1'] a").last().press("Enter");
        assertThat(page.locator(".bjs-powered-by")).hasCount(2);
        page.locator("#from").fill("2020-01-01");
        page.locator("#to").fill("2020-01-31");
        page.locator(".two-periods button").press("Enter");

        assertThat(page.locator(".bjs-powered-by")).hasCount(2);
        assertThat(page.locator(".notice.warning")).isVisible();
        assertThat(page.locator("#differences")).containsText("Resolved");
        assertThat(page.locator("#beside tr[data-row=task_talkToCustomer]")).isVisible();
        assertThat(EveryLook.faults("two versions", page)).isEmpty();
        picture(page, "compare");
    }

    @Test
    void anAgentAndAListAreChosenAndSeenWithWhatMayBeJudged(Browsers browsers) {
        var ola = browsers.inOffice(centre.person("AUDITOR"), "/audit/people?q=" + agent);
        var page = ola.page();
        assertThat(EveryLook.faults("agents and lists", page)).isEmpty();
        picture(page, "people");

        page.locator("#agents a").first().press("Enter");
        assertThat(page.locator("#receptions tr[data-reception]")).hasCount(3);
        assertThat(page.locator("[data-part=receptions]")).hasText("3");
        assertThat(page.locator("[data-part=given]")).hasText("3");
        assertThat(page.locator(".judge")).containsText("no ranking of people");
        assertThat(EveryLook.faults("an agent", page)).isEmpty();
        looksRightInPrint(page);
        picture(page, "agent");

        page.locator("#left a").first().press("Enter");
        assertThat(page.locator("h1")).containsText("List " + list);
        assertThat(page.locator("[data-part=given]")).hasText("3");
        assertThat(EveryLook.faults("a list", page)).isEmpty();
        picture(page, "list");
    }

    /** What is there to choose is of no use on paper. */
    private static void looksRightInPrint(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".presets")).isHidden();
        assertThat(page.locator("h1")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** In each language, for whoever wants to look: {@code -Dpictures.of.figures=folder}. */
    private static void picture(Page page, String name) {
        for (var language : List.of("fi", "sv", "en")) {
            var here = page.url().replaceAll("[?&]lang=..$", "");
            page.navigate(here + (here.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            var folder = System.getProperty("pictures.of.figures");
            if (folder != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(folder, name + "-" + language + ".png")));
            }
        }
    }
}
