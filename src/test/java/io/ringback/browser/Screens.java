package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the pictures of the desk to docs/screens, from the demo; for the command see CONTRIBUTING.md. */
@DemoTest
@Tag("screens")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Screens {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Centre centre;

    @Test
    void login(Browsers browsers) {
        var somebody = browsers.open("somebody", Look.usual(), browsers.home());
        new StartPage(somebody).open();
        Picture.light(somebody.page(), "login");
    }

    @Test
    void waiting(Browsers browsers) {
        var anna = anna(browsers);
        anna.desk().startReceiving();
        anna.page().locator("[data-toggle-list]").first().click();
        assertThat(anna.page().locator(".users")).isVisible();
        leave(anna.page());
        Picture.light(anna.page(), "desk-waiting");
        anna.desk().endReceiving();
    }

    /** With a voicemail, called before, and in a window of its own before it is closed. */
    @Test
    void caseInHand(Browsers browsers) {
        new StartPage(browsers.open("somebody", Look.usual(), browsers.home()))
                .open()
                .oneCallerWhose("NO_ANSWER");
        calledBefore("BUSY", "3 hours", null);
        calledBefore("OTHER", "1 hour", "Was driving. Asks about the price of Broadband 1000.");
        var anna = anna(browsers);
        var page = anna.page();
        anna.desk().startReceiving();
        var window = anna.desk().caseWindow();
        window.awaitPhase("BEFORE_CALL");
        Picture.light(page, "case-opened");
        page.locator(".toast-dismiss").click();
        Picture.dark(page, "case-opened");
        Picture.narrow(page, "case-opened");
        takeInItsOwnWindow(window);
        anna.desk().bringBack();
        window.call();
        window.awaitPhase("AFTER_CALL");
        window.choose("NO_ANSWER");
        window.note().fill("Try before noon");
        assertThat(page.locator("#draft-state")).hasText("Draft saved");
        Picture.light(page, "case-after-call");
        Picture.dark(page, "case-after-call");
        window.save();
        window.awaitGone();
        anna.desk().endReceiving();
    }

    private static void takeInItsOwnWindow(CaseWindow window) {
        var own = window.popOut();
        new DeskPage(own.page()).awaitReady();
        assertThat(own.form().locator(".fjs-powered-by")).isVisible();
        Picture.light(own.page(), "case-in-its-own-window");
    }

    /** At the end: the list is there for callers from now on. */
    @Test
    @Order(Integer.MAX_VALUE)
    void stopped(Browsers browsers) {
        var hasty = centre.list(Map.of("name", "\"Hotline\"", "autoStopAfter", "\"PT3S\""));
        centre.request(hasty, "+358 48 2345678", Map.of("attributes", "{\"simulated\": \"true\"}"));
        var person = browsers.signedIn(centre.named(centre.agentOn(hasty), "Anna Lindqvist"), Look.usual());
        person.desk().startReceiving();
        assertThat(person.desk().notice()).isVisible();
        leave(person.page());
        Picture.light(person.page(), "desk-stopped");
    }

    @Test
    void keysAndSettings(Browsers browsers) {
        var page = anna(browsers).page();
        page.keyboard().press("?");
        Picture.light(page, "keys");
        page.keyboard().press("Escape");
        page.locator("#open-settings").click();
        Picture.dark(page, "settings");
    }

    /** On both lists, by one click. */
    private static Person anna(Browsers browsers) {
        var anna = new StartPage(browsers.open("anna", Look.usual(), browsers.home()))
                .open()
                .as("anna");
        anna.desk().awaitReady();
        anna.desk().join("sales");
        anna.desk().join("support");
        return anna;
    }

    /** Whoever waits was, which would take hours. */
    private void calledBefore(String callStatus, String ago, @Nullable String note) {
        jdbc.sql("""
                        INSERT INTO ringback.attempt
                            (id, callback_id, allocation_id, agent_id, started_at, ended_at, call_status, note)
                        SELECT gen_random_uuid(), id, gen_random_uuid(), 'bo', now() - ?::interval, now(), ?, ?
                        FROM ringback.callback WHERE status = 'WAITING'""").params(Arrays.asList(ago, callStatus, note)).update();
    }

    /** Nothing under the pointer. */
    private static void leave(Page page) {
        page.mouse().move(700, 700);
    }
}
