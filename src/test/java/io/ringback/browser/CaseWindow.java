package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The window of the case in hand; also in a browser window of its own. Every action waits until it can be done. */
public final class CaseWindow {

    private final Page page;

    public CaseWindow(Page page) {
        this.page = page;
    }

    /** The whole of it; there only with a case. */
    public Locator self() {
        return page.locator("#case");
    }

    void awaitOpen() {
        assertThat(self()).isVisible();
    }

    void awaitGone() {
        assertThat(self()).isHidden();
    }

    /** Waits for a case other than this one; answers its allocation. */
    String awaitOther(String allocation) {
        assertThat(self()).not().hasAttribute("data-allocation", allocation);
        return allocation();
    }

    /** Which allocation of the case it is. */
    String allocation() {
        awaitOpen();
        return String.valueOf(self().getAttribute("data-allocation"));
    }

    /** Name and number. */
    Locator title() {
        return page.locator("#case-title");
    }

    /** What the case says under this name. */
    Locator fact(String name) {
        return self().locator(".facts > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))))
                .locator("dd");
    }

    /** @param phase BEFORE_CALL, IN_CALL or AFTER_CALL */
    void awaitPhase(String phase) {
        assertThat(self()).hasAttribute("data-phase", phase);
    }

    public void call() {
        action("call").click();
        awaitPhase("IN_CALL");
    }

    public void endCall() {
        action("endCall").click();
        awaitPhase("AFTER_CALL");
    }

    /**
     * Chooses, and answers what the usual form demands then.
     *
     * @param callStatus ANSWERED, BUSY, NO_ANSWER or OTHER
     */
    public void choose(String callStatus) {
        status(callStatus).check();
        if (callStatus.equals("ANSWERED")) {
            classify();
        }
    }

    /** Says why the caller had called, unless that is said already. */
    void classify() {
        var reason = form().locator(".fjs-form-field-select");
        if (reason.locator(".fjs-select-placeholder").isVisible() || reason.count() == 0) {
            reason.locator(".fjs-input-group").click();
            reason.locator(".fjs-dropdownlist-item").first().click();
        }
    }

    Locator status(String callStatus) {
        return page.locator("#status-" + callStatus);
    }

    Locator note() {
        return page.locator("textarea#note");
    }

    /** Date and time of the next offer, in the person's zone. */
    Locator retryAt() {
        return page.locator("input#retryAt");
    }

    /** Waits until a time is proposed that fits. */
    void awaitRetryAt(Pattern localTime) {
        assertThat(retryAt()).hasValue(localTime);
    }

    void useDefaultTime() {
        page.locator("#retryAt-default").click();
    }

    Locator form() {
        return page.locator("#form");
    }

    Locator history() {
        return page.locator("#history");
    }

    /** The attempts in the history, the newest as the server shows it first or last. */
    Locator attempts() {
        return history().locator(".attempts > li");
    }

    Locator related() {
        return history().locator(".related > li");
    }

    Locator recording() {
        return self().locator(".facts audio");
    }

    Locator countdown() {
        return self().locator(".countdown");
    }

    /** Whether what was typed has reached the server. */
    Locator draftState() {
        return page.locator("#draft-state");
    }

    void awaitDraftSaved() {
        assertThat(draftState()).hasText("Draft saved");
    }

    /** That a Save waits for the connection. */
    Locator pending() {
        return page.locator("#pending");
    }

    /** What is wrong with this field. */
    Locator error(String field) {
        return page.locator("#%s-error".formatted(field));
    }

    public void save() {
        action("save").click();
    }

    /** The window that opens with the case in it. */
    CaseWindow popOut() {
        return new CaseWindow(page.waitForPopup(() -> action("popOut").click()));
    }

    Page page() {
        return page;
    }

    Locator action(String name) {
        return self().locator("[data-action='%s']".formatted(name)).first();
    }
}
