package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The agent's desk: top bar, lists, and what is told. Every action waits until it can be done. */
public final class DeskPage {

    private static final String READY = "() => document.documentElement.dataset.ready !== undefined";

    private final Page page;

    public DeskPage(Page page) {
        this.page = page;
    }

    /** Waits until the page is more than a picture. */
    public void awaitReady() {
        page.waitForFunction(READY);
    }

    public CaseWindow caseWindow() {
        return new CaseWindow(page);
    }

    // Top bar

    Locator receiving() {
        return action("receive");
    }

    public void startReceiving() {
        receiving().click();
        assertThat(receiving()).hasAttribute("aria-checked", "true");
    }

    /** By the switch. */
    void endReceiving() {
        receiving().click();
        assertThat(receiving()).hasAttribute("aria-checked", "false");
    }

    /** By the button that is there while receiving. */
    void stop() {
        action("stop").click();
        assertThat(receiving()).hasAttribute("aria-checked", "false");
    }

    /** Clicks the switch also when it only says why it cannot be used. */
    void tryToReceive() {
        receiving().click(new Locator.ClickOptions().setForce(true));
    }

    void showCase() {
        action("showCase").click();
    }

    /** @param availability AVAILABLE, BUSY, DO_NOT_DISTURB or OFFWORK */
    void become(String availability) {
        var choice = action("availability-" + availability);
        if (!choice.isVisible()) {
            action("availability").click();
        }
        choice.click();
    }

    /** What is being received, in words. */
    Locator mode() {
        return page.locator("#mode");
    }

    void signOut() {
        action("signOut").click();
    }

    // Lists

    Locator list(String id) {
        return page.locator("#lists .list[data-list='%s']".formatted(id));
    }

    void join(String id) {
        list(id).getByRole(AriaRole.CHECKBOX).first().check();
    }

    void leave(String id) {
        list(id).getByRole(AriaRole.CHECKBOX).first().uncheck();
    }

    /** Shows or hides who works on the list. */
    void toggleUsers(String id) {
        list(id).locator("[data-toggle-list]").click();
    }

    /** The tick of one of the users of a list that is open. */
    Locator user(String id, String account) {
        return page.locator("#active-%s-%s".formatted(id, account));
    }

    /** Opens the dialog in which users are added and removed. */
    Locator openPeople(String id) {
        list(id).getByText("Users", new Locator.GetByTextOptions().setExact(true))
                .click();
        var dialog = page.locator("dialog#people");
        assertThat(dialog).isVisible();
        return dialog;
    }

    /** @param name serving, openCases, dueInAnHour or expiresIn24Hours */
    Locator number(String id, String name) {
        return list(id).locator("[data-number=%s]".formatted(name));
    }

    // What is told

    /** Why receiving has stopped. */
    Locator notice() {
        return page.locator("#notice");
    }

    void dismissNotice() {
        notice().getByRole(AriaRole.BUTTON).click();
    }

    /** That the connection is lost. */
    Locator connection() {
        return page.locator("#connection");
    }

    Locator toast(String words) {
        return toasts().locator(".toast").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** There instead of a case. */
    Locator idle() {
        return page.locator("#idle");
    }

    /** There instead of a case that is in a window of its own. */
    Locator elsewhere() {
        return page.locator("#case-elsewhere");
    }

    void bringBack() {
        elsewhere().getByRole(AriaRole.BUTTON).click();
    }

    /** That the session has ended. */
    Locator signedOut() {
        return page.locator("dialog#signed-out");
    }

    /** That a Save came too late, with what it said. */
    Locator notSaved() {
        return page.locator("dialog#not-saved");
    }

    Locator toasts() {
        return page.locator("#toasts");
    }

    /** By its name in the markup, for what has no name that people see in every language. */
    Locator action(String name) {
        return page.locator("[data-action='%s']".formatted(name)).first();
    }
}
