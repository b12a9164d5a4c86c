package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor finds a callback and who has looked at it, with the keyboard, in three languages. */
@BrowserTest
class AuditSearchBrowserTest {

    @Autowired
    private Centre centre;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void thePagesHaveEveryLook(String language, Browsers browsers) {
        var list = centre.list();
        var number = centre.newNumber();
        var agent = centre.agentOn(list);
        centre.request(list, number, Map.of("callerName", Centre.quoted(States.LONG_NAME)));
        centre.receive(agent, true);
        var page = browsers.inOffice(centre.person("AUDITOR"), "/audit?lang=" + language)
                .page();
        picture(page, "audit-empty-" + language);
        assertThat(EveryLook.faults("audit, nothing sought", page)).isEmpty();

        page.locator("#listId").selectOption(list);
        page.locator("#audit-search button.primary").click();

        assertThat(page.locator("#found tbody tr")).hasCount(1);
        picture(page, "audit-found-" + language);
        assertThat(EveryLook.faults("audit, found", page)).isEmpty();
        page.locator("#found a[href*='/audit/reads']").click();
        assertThat(page.locator("#reads")).isVisible();
        picture(page, "audit-reads-" + language);
        assertThat(EveryLook.faults("reads", page)).isEmpty();
    }

    @Test
    void aNumberIsLookedForWithTheKeyboardAndIsInNoAddress(Browsers browsers) {
        var list = centre.list();
        var number = centre.newNumber();
        var callback = Centre.id(centre.request(list, number));
        var asked = new ArrayList<String>();
        var page = browsers.inOffice(centre.person("AUDITOR"), "/audit").page();
        page.onRequest(request -> asked.add(request.url()));

        page.locator("#number").focus();
        page.keyboard().type(number);
        page.keyboard().press("Enter");

        assertThat(page.locator("#found")).isFocused();
        assertThat(page.locator("#found tbody a").first()).hasAttribute("href", "/audit/callbacks/" + callback);
        assertThat(asked).isNotEmpty().noneMatch(url -> url.contains(number.substring(4)));
        assertThat(page.evaluate("JSON.stringify(history.state) + location.href + JSON.stringify(localStorage)"
                                + " + JSON.stringify(sessionStorage)")
                        .toString())
                .doesNotContain(number.substring(4));
    }

    @Test
    void whatWasSoughtIsFoundAgainOnTheWayBackAndPagesFollow(Browsers browsers) {
        var list = centre.list();
        for (int i = 0; i < 51; i++) {
            centre.request(list, centre.newNumber());
        }
        var page = browsers.inOffice(centre.person("AUDITOR"), "/audit").page();
        page.locator("#listId").selectOption(list);
        page.locator("#listId").press("Enter");
        page.locator("#audit-search button.primary").click();
        assertThat(page.locator("#found tbody tr")).hasCount(50);

        page.locator("#found .more button").click();
        assertThat(page.locator("#found tbody tr")).hasCount(1);
        page.locator("#found a[href*='/audit/reads']").click();
        assertThat(page.locator("#reads")).isVisible();
        page.goBack();

        assertThat(page.locator("#listId")).hasValue(list);
        assertThat(page.locator("#found tbody tr")).hasCount(1);
    }

    @Test
    void aFileIsTakenFromThePage(Browsers browsers) {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        var page = browsers.inOffice(centre.person("AUDITOR"), "/audit").page();
        page.locator("#listId").selectOption(list);
        page.locator("#audit-search button.primary").click();
        page.locator(".take-out summary").click();

        var download = page.waitForDownload(
                () -> page.locator("[formaction*='callbacks.csv']").click());

        assertThat(download.suggestedFilename()).isEqualTo("callbacks.csv");
        assertThat(page.locator("#found tbody tr")).hasCount(1);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/browser/" + name + ".png"))
                .setFullPage(true));
    }
}
