package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor enters callbacks, finds them, and decides what becomes of one or of several. */
@BrowserTest
class SupervisorActsTest {

    @Autowired
    private Centre centre;

    @Test
    void aCallbackIsEnteredByHandAndMergedWhenTheNumberWaitsAlready(Browsers browsers) {
        var list = centre.list();
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases")
                .expects("status of 422");
        var page = sam.page();
        page.locator("#new-callback").click();
        awaitReady(page);
        assertThat(EveryLook.faults("new callback", page)).isEmpty();

        enter(page, list, "12");
        page.locator("#new-case .primary").click();
        assertThat(page.locator("#error-phoneNumber")).containsText("no such number");
        page.locator("#phoneNumber").fill("040 666 4711");
        page.locator("#dueAt").fill("2001-01-01T10:00");
        page.locator("#new-case .primary").click();
        assertThat(page.locator("#error-dueAt")).containsText("in the past");
        page.locator("#dueAt").fill("");
        page.locator("[data-name]").fill("order");
        page.locator("[data-value]").fill("77-88");
        page.locator("#new-case .primary").click();

        assertThat(page.locator("#entered")).containsText("has been entered");
        assertThat(page.locator("#case-number")).hasText("+358 40 6664711");
        assertThat(page.locator("#case-state")).containsText("Entered by hand");
        assertThat(page.locator("#case-state")).containsText("77-88");
        sam.go("/supervision/cases/new?listId=" + list);
        enter(page, list, "+358406664711");
        page.locator("#new-case .primary").click();
        assertThat(page.locator("#entered")).containsText("merged into");
        page.locator("#entered a").click();
        assertThat(page.locator("#case-status")).hasText("Waiting");
    }

    @Test
    void oneCallbackIsPutFirstNotedAndMovedWithReasonsInItsHistory(Browsers browsers) {
        var list = centre.list();
        var other = centre.list();
        var agent = centre.person("AGENT");
        centre.giveAccess(agent, other);
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        var page = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases/" + callback)
                .page();

        page.locator("#do-expedite").click();
        assertThat(EveryLook.faults("asked before an act", page)).isEmpty();
        page.locator("#expedite-reason").fill("Waits in the shop");
        page.locator("#act-expedite .primary").click();
        assertThat(page.locator("#preference")).containsText("before all others");
        assertThat(page.locator("#history")).containsText("Waits in the shop");
        page.locator("#do-notes").click();
        page.locator("#notes-note").fill("Offer her a refund");
        page.locator("#act-notes .primary").click();
        assertThat(page.locator("#history")).containsText("Offer her a refund");
        page.locator("#do-move").click();
        page.locator("#move-list").selectOption(other);
        page.locator("#move-reason").fill("Is about a fault");
        page.locator("#act-move .primary").click();

        assertThat(page.locator("#history")).containsText("From List %s to List %s".formatted(list, other));
        page.reload();
        awaitReady(page);
        page.locator("#do-give").click();
        page.locator("#give-agent").selectOption(agent);
        page.locator("#give-reason").fill("Knows her");
        page.locator("#act-give .primary").click();
        assertThat(page.locator("#preference")).containsText("Kept for Test " + agent);
    }

    @Test
    void whatIsDoneWithSeveralTellsHowManyAndWhyNotTheOthers(Browsers browsers) {
        var list = centre.list();
        var held = Centre.id(centre.request(list, centre.newNumber()));
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        centre.request(list, centre.newNumber());
        centre.request(list, centre.newNumber());
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases?listId=" + list)
                .expects("status of 409");
        var page = sam.page();
        assertThat(page.locator("#act-bar")).isHidden();

        page.locator("#choose-all").check();
        assertThat(page.locator("#act-count")).containsText("3");
        assertThat(EveryLook.faults("chosen callbacks", page)).isEmpty();
        page.locator("#bar-expedite").click();
        page.locator("#expedite-reason").fill("The line was down");
        page.locator("#act-expedite .primary").click();

        assertThat(page.locator("#act-result p")).containsText("Done: 2. Not done: 1");
        assertThat(page.locator("#act-result li")).containsText("An agent has it in hand");
        assertThat(page.locator("#act-result a")).hasAttribute("href", "/supervision/cases/" + held);
        assertThat(page.locator("#found .badge.odd")).hasCount(2);
        assertThat(page.locator("[data-chosen]:checked")).hasCount(1);
        assertThat(page.locator("#act-count")).containsText("1");
        assertThat(EveryLook.faults("what came of it", page)).isEmpty();
    }

    @Test
    void callbacksAreFoundByAnythingAndTheWordsAreInNoAddress(Browsers browsers) {
        var list = centre.list();
        var number = centre.newNumber();
        centre.request(list, number, Map.of("callerName", "\"Åsa Öhman-Wikström\""));
        var asked = new ArrayList<String>();
        var page = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/cases?listId=" + list)
                .page();
        page.onRequest(request -> asked.add(request.url()));

        page.locator("#text").fill("wikström");
        page.locator("#text").press("Enter");
        assertThat(page.locator("#found tbody a")).hasCount(1);
        page.locator("#text").fill(number.substring(7));
        page.locator("#text").press("Enter");
        assertThat(page.locator("#found tbody a")).hasCount(1);
        page.locator("#text").fill("nobody at all");
        page.locator("#text").press("Enter");

        assertThat(page.locator("#found .empty")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/supervision/cases$"));
        assertThat(asked).isNotEmpty().noneMatch(url -> url.contains("wikstr") || url.contains(number.substring(7)));
    }

    private static void enter(Page page, String list, String number) {
        page.locator("#listId").selectOption(list);
        page.locator("#phoneNumber").fill(number);
        page.locator("#callerName").fill("Maija");
    }

    private static void awaitReady(Page page) {
        page.waitForFunction("() => document.documentElement.dataset.ready === 'true'");
    }
}
