package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ringback.support.Centre;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of callback lists: made, changed, previewed, fought over, archived; and who works on them. */
@BrowserTest
class ListsPagesTest {

    @Autowired
    private Centre centre;

    @Test
    void aListIsMadeByKeyboardAloneAndItsIdComesFromItsName(Browsers browsers) {
        var page = supervisor(browsers, "/supervision/lists").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New list"))
                .press("Enter");
        page.waitForURL("**/supervision/lists/new");
        awaitReady(page);
        var name = "Työsuhde & Järjestö " + System.nanoTime();

        page.locator("#name").focus();
        page.keyboard().type(name);
        assertThat(page.locator("#id")).hasValue(Pattern.compile("tyosuhde-jarjesto-\\d+"));
        var id = page.locator("#id").inputValue();
        page.keyboard().press("Enter");

        page.waitForURL("**/supervision/lists/" + id + "**");
        assertThat(page.locator("#done")).containsText("The list is there");
        assertThat(page.locator("h1")).containsText(name);
        assertThat(page.locator("#dueAfter")).hasValue("1");
        assertThat(page.locator("#expiresAfter")).hasValue("24");
        assertThat(page.locator("#maxAttempts-none")).isChecked();
        assertThat(page.locator("#history")).containsText("made the list");
    }

    @Test
    void anIdThatIsTakenIsToldAtItsField(Browsers browsers) {
        var list = centre.list();
        var sam = supervisor(browsers, "/supervision/lists/new").expects("status of 409");
        var page = sam.page();

        page.locator("#name").fill("Another");
        page.locator("#id").fill(list);
        save(page, "Create list");

        assertThat(page.locator(".field:has(#id) .error")).containsText("is, or was, a list with this id");
        assertThat(page.locator("#name")).hasValue("Another");
    }

    @Test
    void settingsAreChangedAndEveryDurationComesBackAsItWas(Browsers browsers) {
        var list = centre.list(Map.of(
                "dueAfter", "\"PT90S\"", "expiresAfter", "\"P1DT2H\"", "autoStopAfter", "null", "maxAttempts", "4"));
        var page = supervisor(browsers, "/supervision/lists/" + list).page();
        assertThat(page.locator("#dueAfter")).hasValue("90");
        assertThat(page.locator("#expiresAfter")).hasValue("26");
        assertThat(page.locator("#autoStopAfter")).isDisabled();

        page.locator("#closeAfterCall-none").check();
        page.locator("#maxAttempts").fill("7");
        save(page, "Save");

        assertThat(page.locator("#done")).containsText("Saved");
        assertThat(page.locator("#closeAfterCall")).isDisabled();
        var saved = centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/lists/" + list)
                .json();
        assertThat(saved.path("dueAfter").asText()).isEqualTo("PT1M30S");
        assertThat(saved.path("expiresAfter").asText()).isEqualTo("PT26H");
        assertThat(saved.path("autoStopAfter").isNull()).isTrue();
        assertThat(saved.path("closeAfterCall").isNull()).isTrue();
        assertThat(saved.path("maxAttempts").asInt()).isEqualTo(7);
        assertThat(page.locator("#history .changes")).containsText("Calls at most: 4");
    }

    @Test
    void thePreviewFollowsWhatIsEntered(Browsers browsers) {
        // For settings that cannot be, which the page says.
        var page = supervisor(browsers, "/supervision/lists/" + centre.list())
                .expects("status of 422")
                .page();
        var words = page.locator("#preview .words").first();
        assertThat(words)
                .hasText("A request on Friday at 16:50 is offered at once, is due at 17:50 and expires on Saturday at"
                        + " 16:50.");

        page.locator("#dueAfter").fill("3");
        page.locator("#autoStopAfter-none").check();

        assertThat(words).containsText("is due at 19:50");
        assertThat(page.locator("#preview")).containsText("hold a case without calling");

        page.locator("#dueAfter").fill("30");
        page.locator("#dueAfter-unit").selectOption("PT%H");

        assertThat(page.locator("#preview-stale")).isVisible();
        page.locator("#expiresAfter-unit").selectOption("P%D");
        assertThat(page.locator("#preview-stale")).isHidden();
        assertThat(words).containsText("is due on Saturday at 22:50");
        page.locator("#preview-at").fill("2030-03-29T09:15");
        assertThat(page.locator("#preview .words").last()).containsText("on Friday 29 March at 09:15");
    }

    @Test
    void whoSavesSecondSeesBothVersionsAndSavesOnTop(Browsers browsers) {
        var list = centre.list();
        var eva = supervisor(browsers, "/supervision/lists/" + list);
        var sam = supervisor(browsers, "/supervision/lists/" + list).expects("status of 412");
        eva.page().locator("#dueAfter").fill("4");
        save(eva.page(), "Save");
        assertThat(eva.page().locator("#done")).isVisible();

        sam.page().locator("#name").fill("Renamed by Sam");
        save(sam.page(), "Save");

        var conflict = sam.page().locator("#conflict");
        assertThat(conflict.locator("h2")).isFocused();
        assertThat(conflict).containsText("Test " + eva.id());
        assertThat(conflict.locator("#conflict-dueAfter")).containsText("4\u00a0h");
        assertThat(conflict.locator("#conflict-name")).containsText("Renamed by Sam");
        assertThat(sam.page().locator("#name")).hasValue("Renamed by Sam");
        assertThat(EveryLook.faults("conflict", sam.page())).isEmpty();

        conflict.locator("[data-take=dueAfter]").click();
        assertThat(sam.page().locator("#dueAfter")).hasValue("4");
        conflict.locator("[data-keep-mine]").click();

        assertThat(sam.page().locator("#done")).isVisible();
        assertThat(sam.page().locator("h1")).containsText("Renamed by Sam");
        assertThat(sam.page().locator("#dueAfter")).hasValue("4");
    }

    @Test
    void whoSavesSecondMayTakeWhatIsThere(Browsers browsers) {
        var list = centre.list();
        var eva = supervisor(browsers, "/supervision/lists/" + list);
        var sam = supervisor(browsers, "/supervision/lists/" + list).expects("status of 412");
        eva.page().locator("#name").fill("Renamed by Eva");
        save(eva.page(), "Save");
        assertThat(eva.page().locator("#done")).isVisible();

        sam.page().locator("#name").fill("Renamed by Sam");
        save(sam.page(), "Save");
        sam.page().locator("[data-take-all]").click();

        assertThat(sam.page().locator("h1")).containsText("Renamed by Eva");
        assertThat(sam.page().locator("#name")).hasValue("Renamed by Eva");
    }

    @Test
    void thePageSaysHowManyCallbacksKeepTheOldTimes(Browsers browsers) {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        var page = supervisor(browsers, "/supervision/lists/" + list).page();
        assertThat(page.locator("#unchanged")).hasCount(0);

        page.locator("#dueAfter").fill("5");
        save(page, "Save");

        assertThat(page.locator("#unchanged")).containsText("from before the last change: 1");
    }

    @Test
    void aListWithOpenCallbacksIsNotArchivedUntilTheyAreClosed(Browsers browsers) {
        var list = centre.list();
        var sam = supervisor(browsers, "/supervision/lists/" + list).expects("status of 409");
        var page = sam.page();

        page.locator("#archive-list").click();
        var callback = centre.request(list, centre.newNumber());
        yes(page).click();

        assertThat(page.locator("#ask [role=alert]")).containsText("There are still open callbacks");
        page.keyboard().press("Escape");
        assertThat(page.locator("#still-open")).containsText("Open callbacks: 1");
        assertThat(page.locator("#archive-list")).isDisabled();
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback)), "{\"reason\":\"x\"}");
        page.locator("#archive-list").click();
        yes(page).click();

        assertThat(page.locator("#archived #list-" + list)).isVisible();
        awaitReady(page);
        page.locator("#restore-" + list).click();
        assertThat(page.locator("#archived #list-" + list)).hasCount(0);
        page.locator("#filter").fill(list);
        assertThat(page.locator("#lists #list-" + list)).isVisible();
    }

    @Test
    void listsAreFoundByNameWithTheirNumbers(Browsers browsers) {
        var list = centre.list();
        var other = centre.list();
        centre.request(list, centre.newNumber());
        var page = supervisor(browsers, "/supervision/lists").page();
        assertThat(page.locator("#lists tbody tr").nth(1)).isVisible();

        page.locator("#filter").fill(list);

        assertThat(page.locator("#list-" + other)).isHidden();
        assertThat(page.locator("#list-" + list + " td").nth(1)).hasText("1");
    }

    @Test
    void everyStateFitsEveryLook(Browsers browsers) {
        var list = centre.list(Map.of("name", Centre.quoted(States.LONG_NAME), "expiresAfter", "\"P9DT2H\""));
        for (int number = 0; number < 3; number++) {
            centre.agentOn(list);
        }
        centre.request(list, centre.newNumber());
        var gone = centre.list();
        centre.as(centre.person("SUPERVISOR")).delete("/api/v1/lists/" + gone);
        var sam = supervisor(browsers, "/supervision/lists?archived=true");

        assertThat(EveryLook.faults("all lists", sam.page())).isEmpty();
        sam.visit("/supervision/lists/new");
        assertThat(EveryLook.faults("new list", sam.page())).isEmpty();
        sam.visit("/supervision/lists/" + gone);
        assertThat(EveryLook.faults("archived list", sam.page())).isEmpty();
        sam.visit("/supervision/lists/" + list + "?joining=true");
        awaitReady(sam.page());
        sam.page().locator("#autoStopAfter-none").check();
        assertThat(EveryLook.faults("a list", sam.page())).isEmpty();
        for (var language : new String[] {"fi", "sv"}) {
            sam.visit("/supervision/lists/" + list + "?lang=" + language);
            assertThat(EveryLook.faults("a list in " + language, sam.page())).isEmpty();
        }
    }

    private Person supervisor(Browsers browsers, String path) {
        var person = browsers.inOffice(centre.person("SUPERVISOR"), path);
        awaitReady(person.page());
        return person;
    }

    private static void awaitReady(Page page) {
        page.waitForFunction("() => document.documentElement.dataset.lists !== undefined");
    }

    private static void save(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator yes(Page page) {
        return page.locator("#ask [type=submit]");
    }
}
