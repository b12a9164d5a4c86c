package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the pictures of the main states to docs/screens; for the command see CONTRIBUTING.md. */
@BrowserTest
@Tag("screens")
class Screens {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Centre centre;

    private String sales = "";
    private String support = "";
    private String anna = "";
    private String bo = "";

    @BeforeEach
    void twoAgentsOnTwoLists() {
        sales = centre.list(Map.of("name", "\"Sales\""));
        support = centre.list(Map.of("name", "\"Support\""));
        anna = centre.named(centre.agentOn(sales, support), "Anna Lindqvist");
        bo = centre.named(centre.agentOn(sales), "Bo Nieminen");
    }

    @Test
    void login(Browsers browsers) {
        var somebody = browsers.open("somebody", Look.usual(), browsers.home());
        somebody.visit("/login");
        assertThat(new LoginPage(somebody.page()).password()).isVisible();
        Picture.light(somebody.page(), "login");
    }

    @Test
    void waiting(Browsers browsers) {
        var person = browsers.signedIn(anna, Look.usual());
        person.desk().startReceiving();
        person.page().locator("[data-toggle-list]").first().click();
        assertThat(person.page().locator(".users")).isVisible();
        leave(person.page());
        Picture.light(person.page(), "desk-waiting");
    }

    @Test
    void caseInHand(Browsers browsers) {
        request();
        var person = browsers.signedIn(anna, Look.usual());
        var page = person.page();
        person.desk().startReceiving();
        var window = person.desk().caseWindow();
        window.awaitPhase("BEFORE_CALL");
        Picture.light(page, "case-opened");
        page.locator(".toast-dismiss").click();
        Picture.dark(page, "case-opened");
        Picture.narrow(page, "case-opened");
        window.call();
        window.endCall();
        window.choose("NO_ANSWER");
        window.note().fill("Try before noon");
        assertThat(page.locator("#draft-state")).hasText("Draft saved");
        Picture.light(page, "case-after-call");
        Picture.dark(page, "case-after-call");
    }

    @Test
    void caseInItsOwnWindow(Browsers browsers) {
        request();
        var person = browsers.signedIn(anna, Look.usual());
        person.desk().startReceiving();
        var window = person.desk().caseWindow().popOut();
        new DeskPage(window.page()).awaitReady();
        assertThat(window.form().locator(".fjs-powered-by")).isVisible();
        Picture.light(window.page(), "case-in-its-own-window");
    }

    @Test
    void stopped(Browsers browsers) {
        var hasty = centre.list(Map.of("name", "\"Hotline\"", "autoStopAfter", "\"PT3S\""));
        centre.request(hasty, "+358 40 1234567");
        var person = browsers.signedIn(centre.named(centre.agentOn(hasty), "Anna Lindqvist"), Look.usual());
        person.desk().startReceiving();
        assertThat(person.desk().notice()).isVisible();
        leave(person.page());
        Picture.light(person.page(), "desk-stopped");
    }

    @Test
    void keysAndSettings(Browsers browsers) {
        var page = browsers.signedIn(anna, Look.usual()).page();
        page.keyboard().press("?");
        Picture.light(page, "keys");
        page.keyboard().press("Escape");
        page.locator("#open-settings").click();
        Picture.dark(page, "settings");
    }

    /** A request that was called before, and came once more meanwhile. */
    private void request() {
        var number = "+358 50 765 4321";
        var callback = centre.request(
                sales,
                number,
                Map.of(
                        "callerName",
                        "\"Ville Virtanen\"",
                        "attributes",
                        "{\"product\": \"Broadband 100\", \"customer number\": \"118205\"}"));
        centre.request(sales, number);
        attempt(callback, "BUSY", "3 hours");
        attempt(callback, "OTHER", "1 hour");
    }

    private void attempt(JsonNode callback, String callStatus, String ago) {
        jdbc.sql("""
                        INSERT INTO ringback.attempt
                            (id, callback_id, allocation_id, agent_id, started_at, ended_at, call_status, note)
                        VALUES (gen_random_uuid(), ?, gen_random_uuid(), ?, now() - ?::interval, now(), ?, ?)""")
                .params(
                        Centre.id(callback),
                        bo,
                        ago,
                        callStatus,
                        callStatus.equals("OTHER") ? "Was driving. Asks about the price of Broadband 1000." : null)
                .update();
    }

    /** Nothing under the pointer. */
    private static void leave(Page page) {
        page.mouse().move(700, 700);
    }
}
