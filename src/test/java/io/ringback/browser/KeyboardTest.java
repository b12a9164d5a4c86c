package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** All work of an agent can be done without a mouse, and one always sees where one is. */
@BrowserTest
class KeyboardTest {

    /** The focus is in sight: something of what has it lies under nothing else. */
    private static final String FOCUS_IN_SIGHT = """
            () => {
                const element = document.activeElement.closest('label, .fjs-input-group') ?? document.activeElement;
                const box = element.getBoundingClientRect();
                const at = part => [box.left + box.width * part, box.top + box.height * part];
                return [.1, .5, .9].some(part => {
                    const top = document.elementFromPoint(...at(part));
                    return top !== null && (element.contains(top) || top.contains(element) && top !== document.body
                        && !top.contains(document.querySelector('.save-row')));
                });
            }""";

    private static final String FOCUSED = """
            () => {
                const element = document.activeElement;
                return element === document.body ? 'nothing' : element.id || element.dataset.action || element.outerHTML.slice(0, 120);
            }""";

    /** WCAG 2.2, 2.5.8: 24 × 24 px, unless it is a link in a line of text, or as far from all others. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('button, a[href], input, select, textarea, label')]
                .filter(element => element.checkVisibility() && !element.closest('.visually-hidden, .skip, .fjs-container'))
                .map(element => element.matches('input') ? element.closest('label') ?? element : element)
                .filter(element => !element.matches('label:not(:has(input))'))
                .map(element => ({element, box: element.getBoundingClientRect()}))
                .filter(({box}) => box.width < 24 || box.height < 24)
                .map(({element, box}) => `${element.outerHTML.slice(0, 100)} ${box.width} × ${box.height}`)""";

    @Autowired
    private Centre centre;

    private String list = "";

    @BeforeEach
    void aList() {
        list = centre.list();
    }

    @Test
    void aCaseFromReceivingToSaveByShortcuts(Browsers browsers) {
        var first = centre.request(list, centre.newNumber());
        var second = centre.request(list, centre.newNumber());
        var anna = browsers.agentOn(list);
        var window = anna.desk().caseWindow();

        press(anna, "Alt+r");
        window.awaitPhase("BEFORE_CALL");
        assertThat(anna.page().locator("#case-title")).isFocused();
        press(anna, "Alt+c");
        window.awaitPhase("IN_CALL");
        press(anna, "Alt+e");
        window.awaitPhase("AFTER_CALL");
        press(anna, "Alt+2");
        assertThat(window.status("BUSY")).isChecked();
        press(anna, "Alt+t");
        assertThat(window.retryAt()).isFocused();
        press(anna, "Alt+n");
        assertThat(window.note()).isFocused();
        anna.page().keyboard().type("Line busy?");
        assertThat(window.note()).hasValue("Line busy?");
        press(anna, "Alt+k");
        press(anna, "Alt+h");
        assertThat(anna.page().locator("#history-title")).isFocused();
        var allocation = window.allocation();
        press(anna, "Control+Enter");

        window.awaitOther(allocation);
        assertThat(anna.page().locator("#case-title")).isFocused();
        assertThat(centre.status(first)).isEqualTo("SCHEDULED");
        press(anna, "Alt+x");
        window.awaitGone();
        assertThat(centre.status(second)).isEqualTo("WAITING");
    }

    @Test
    void aCaseFromReceivingToSaveByTab(Browsers browsers) {
        var callback = centre.request(list, centre.newNumber());
        var anna = browsers.agentOn(list);
        var window = anna.desk().caseWindow();

        tabTo(anna, "receive");
        press(anna, "Space");
        window.awaitPhase("BEFORE_CALL");
        press(anna, "Tab");
        assertThat(focused(anna)).isEqualTo("call");
        press(anna, "Enter");
        window.awaitPhase("IN_CALL");
        awaitFocus(anna, "endCall");
        press(anna, "Enter");
        window.awaitPhase("AFTER_CALL");
        awaitFocus(anna, "status-ANSWERED");
        press(anna, "ArrowRight");
        assertThat(window.status("BUSY")).isChecked();
        tabTo(anna, "note");
        anna.page().keyboard().type("Nobody there");
        tabTo(anna, "save");
        press(anna, "Enter");

        window.awaitGone();
        awaitFocus(anna, "main");
        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        tabTo(anna, "stop");
        press(anna, "Enter");
        awaitFocus(anna, "receive");
    }

    @Test
    void listsAndAvailabilityByKeys(Browsers browsers) {
        var anna = browsers.agentOn(list);

        press(anna, "Alt+l");
        assertThat(anna.page().locator("#lists-title")).isFocused();
        press(anna, "Tab");
        assertThat(focused(anna)).isEqualTo("join-" + list);
        press(anna, "Space");
        assertThat(anna.page().locator("#join-" + list)).not().isChecked();
        assertThat(anna.page().locator("#idle")).containsText("Tick a list");
        assertThat(focused(anna)).isEqualTo("join-" + list);

        press(anna, "Alt+a");
        assertThat(anna.page().locator("#availability-menu")).isVisible();
        assertThat(anna.desk().action("availability-AVAILABLE")).isFocused();
        press(anna, "Tab");
        press(anna, "Enter");
        assertThat(anna.page().locator("#availability")).containsText("Busy");
        awaitFocus(anna, "availability");
    }

    @Test
    void escapeClosesDialogsAndTheFocusGoesBack(Browsers browsers) {
        var page = browsers.agentOn(list).page();

        for (var name : List.of("settings", "help")) {
            page.locator("#open-" + name).focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#" + name)).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#" + name)).isHidden();
            assertThat(page.locator("#open-" + name)).isFocused();
        }
        page.locator("#receive").focus();
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#receive")).isFocused();
    }

    @Test
    void aShortcutIsChangedAndStaysSoAfterAReload(Browsers browsers) {
        var anna = browsers.agentOn(list);
        var page = anna.page();
        var keys = page.locator("#shortcuts tr[data-action=receive] [data-keys]");
        var said = page.locator("[data-status=shortcuts]");
        page.keyboard().press("?");
        page.locator("#change-receive").focus();
        page.keyboard().press("Enter");

        page.keyboard().press("Alt+c");
        assertThat(said).containsText("Alt+C already belongs to: Call");
        page.keyboard().press("Control+t");
        assertThat(said).containsText("Ctrl+T is needed by the browser");
        assertThat(keys).hasText("Alt+R");
        page.keyboard().press("Alt+j");
        assertThat(keys).hasText("Alt+J");
        assertThat(page.locator("#change-receive")).isFocused();
        page.keyboard().press("Escape");
        page.reload();
        anna.desk().awaitReady();

        assertThat(anna.desk().receiving()).hasAttribute("aria-keyshortcuts", "Alt+J");
        page.keyboard().press("Alt+r");
        page.keyboard().press("Alt+j");
        assertThat(anna.desk().receiving()).hasAttribute("aria-checked", "true");
        page.keyboard().press("?");
        page.locator("#reset-receive").focus();
        page.keyboard().press("Enter");
        assertThat(keys).hasText("Alt+R");
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1024, 600", "640, 400", "320, 640"})
    void theFocusIsNeverHiddenAndNothingIsTooSmall(int width, int height, Browsers browsers) {
        centre.request(list, centre.newNumber());
        var anna = browsers.signedIn(
                centre.agentOn(list, centre.list(), centre.list()), Look.usual().sized(width, height));
        anna.desk().startReceiving();
        var window = anna.desk().caseWindow();
        window.choose("BUSY");
        assertThat(window.form().locator(".fjs-powered-by")).isVisible();
        anna.page().locator(".toast-dismiss").first().click();

        assertThat((List<?>) anna.page().evaluate(TOO_SMALL)).isEmpty();
        inSightAllAlong(anna, "Tab");
        inSightAllAlong(anna, "Shift+Tab");
    }

    /** Once round the whole page. */
    private static void inSightAllAlong(Person person, String key) {
        var seen = new HashSet<String>();
        for (int count = 0; count < 80; count++) {
            press(person, key);
            var focused = focused(person);
            if (!focused.equals("nothing")) {
                seen.add(focused);
                assertThat(person.page().evaluate(FOCUS_IN_SIGHT))
                        .as("%s in sight after %s", focused, key)
                        .isEqualTo(true);
            }
        }
        assertThat(seen).contains("call", "note", "save", "receive");
    }

    private static void tabTo(Person person, String id) {
        for (int count = 0; count < 60; count++) {
            press(person, "Tab");
            if (focused(person).equals(id)) {
                return;
            }
        }
        throw new AssertionError("expected Tab to lead to " + id + ", but it does not");
    }

    private static void awaitFocus(Person person, String id) {
        assertThat(person.page().locator("#" + id)).isFocused();
    }

    private static String focused(Person person) {
        return String.valueOf(person.page().evaluate(FOCUSED));
    }

    private static void press(Person person, String keys) {
        person.page().keyboard().press(keys);
    }
}
