package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.ringback.support.Centre;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the pages into each of their main states, one after the other, and shows them to a visitor. Names, notes and
 * attributes are as long as they may become.
 */
final class States {

    /** What looks at a state; it may change the looks of the page, but must leave them as they were. */
    interface Visitor {
        void at(String state, Page page);
    }

    static final String LONG_NAME = "Maximiliana-Aleksandra von Hohenfels-Rautavaara (Kuopio)";

    private static final String LONG_NOTE =
            "Asked twice for the invoice of last month, reference 2024-000000000000000000000000000000000000000001. "
                    .repeat(5);

    private final Browsers browsers;
    private final Centre centre;
    private final JdbcClient jdbc;
    private final Look look;
    private final Visitor visitor;

    States(Browsers browsers, JdbcClient jdbc, Look look, Visitor visitor) {
        this.browsers = browsers;
        this.centre = browsers.centre();
        this.jdbc = jdbc;
        this.look = look;
        this.visitor = visitor;
    }

    /** What is seen before the desk, or instead of it. */
    void aroundTheDesk() {
        var ivy = browsers.open(centre.person("INTEGRATOR"), look, browsers.home());
        ivy.expects("status of 40[14]");
        var login = new LoginPage(ivy.page());

        ivy.visit("/login");
        see("login", ivy);
        login.signIn(ivy.id(), "not the password");
        assertThat(ivy.page().locator(".notice.danger")).isVisible();
        see("login refused", ivy);
        login.signIn(ivy.id(), Centre.PASSWORD);
        assertThat(ivy.page().locator("main ul li")).isVisible();
        see("home page", ivy);
        ivy.visit("/nowhere");
        see("error page", ivy);
    }

    /** The desk without a case. */
    void withoutCase() {
        var nobody = browsers.signedIn(centre.person("AGENT"), look);
        see("no list", nobody);

        var anna = browsers.signedIn(centre.agentOn(longList(), centre.list()), look);
        see("not receiving", anna);
        anna.desk().startReceiving();
        see("waiting", anna);
        anna.page().locator("#availability").click();
        assertThat(anna.page().locator("#availability-menu")).isVisible();
        see("menu of availability", anna);
        anna.page().keyboard().press("Escape");
        anna.desk().become("DO_NOT_DISTURB");
        assertThat(anna.desk().notice()).isVisible();
        see("stopped", anna);
        anna.desk().action("receive").click(new Locator.ClickOptions().setForce(true));
        assertThat(anna.desk().toasts().locator(".toast")).isVisible();
        see("toast", anna);
    }

    /** One case from its beginning to its end. */
    void caseInHand() {
        var anna = inHand();
        var window = anna.desk().caseWindow();
        see("before the call", anna);
        window.call();
        see("in the call", anna);
        window.endCall();
        assertThat(window.form().locator(".fjs-powered-by")).isVisible();
        see("after the call", anna);
        for (var status : new String[] {"BUSY", "NO_ANSWER", "OTHER", "ANSWERED"}) {
            window.status(status).check();
            see("call status " + status, anna);
        }
        anna.page().locator("#form input[type=text]").last().fill("Something");
        window.save();
        assertThat(anna.page().locator("#formData-error")).isVisible();
        see("classification refused", anna);
        window.choose("BUSY");
        window.retryAt().fill("2020-01-01T12:00");
        window.save();
        assertThat(anna.page().locator("#retryAt-error")).isVisible();
        see("time refused", anna);
        anna.page().locator("#retryAt-default").click();
        window.note().fill(LONG_NOTE);
        anna.page()
                .locator("#form .fjs-select-display, #form .fjs-input-group")
                .first()
                .click();
        assertThat(anna.page().locator(".fjs-dropdownlist")).isVisible();
        see("list of choices", anna);
    }

    /** What goes wrong on the way. */
    void trouble() {
        var anna = inHand();
        var window = anna.desk().caseWindow();
        window.call();
        window.endCall();
        window.choose("BUSY");
        anna.goOffline();
        assertThat(anna.desk().connection()).isVisible();
        window.save();
        assertThat(anna.page().locator("#pending")).isVisible();
        see("not saved yet", anna);
        anna.comeBackOnline();
        window.awaitGone();

        var again = browsers.signedIn(anna.id(), look);
        assertThat(anna.desk().connection()).isVisible();
        see("taken over", anna);

        again.page().evaluate("() => document.getElementById('not-saved-what').textContent = 'Busy\\nCall later'");
        again.page().evaluate("() => document.getElementById('not-saved').showModal()");
        see("not saved", again);
        again.page().keyboard().press("Escape");
        again.expects("401");
        again.context().clearCookies();
        again.page().evaluate("() => document.dispatchEvent(new CustomEvent('desk:signed-out'))");
        assertThat(again.page().locator("#signed-out")).isVisible();
        see("signed out", again);
    }

    /** Desk and case side by side. */
    void poppedOut() {
        var anna = inHand();
        var window = anna.desk().caseWindow().popOut();
        window.awaitOpen();
        window.page().waitForLoadState(LoadState.LOAD);
        new DeskPage(window.page()).awaitReady();
        assertThat(anna.page().locator("#case-elsewhere")).isVisible();
        see("case elsewhere", anna);
        visitor.at("case window of its own", window.page());
    }

    /** More of everything than fits on a screen. */
    void crowded() {
        var lists = Stream.generate(centre::list).limit(12).toArray(String[]::new);
        var anna = centre.agentOn(lists);
        for (int number = 0; number < 30; number++) {
            centre.giveAccess(centre.person("AGENT"), lists[0]);
        }
        var attributes = IntStream.range(0, 18)
                .mapToObj(number -> "\"attribute %d\": \"%s\"".formatted(number, "value ".repeat(number + 1)))
                .collect(Collectors.joining(",", "{", "}"));
        var callback = centre.request(lists[0], centre.newNumber(), Map.of("attributes", attributes));
        for (int number = 0; number < 4; number++) {
            attempts(callback, anna);
        }
        var person = browsers.signedIn(anna, look);
        person.page().locator("[data-toggle-list='%s']".formatted(lists[0])).click();
        person.desk().startReceiving();
        person.desk().caseWindow().awaitOpen();
        assertThat(person.page().locator(".users li")).hasCount(31);
        see("crowded", person);
    }

    /** What is opened from the desk. */
    void opened() {
        var list = longList();
        var sam = centre.person("AGENT", "SUPERVISOR");
        centre.giveAccess(sam, list);
        for (int number = 0; number < 5; number++) {
            centre.giveAccess(centre.named(centre.person("AGENT"), LONG_NAME), list);
        }
        var page = browsers.signedIn(sam, look).page();

        page.locator("[data-toggle-list]").click();
        assertThat(page.locator(".users li")).hasCount(6);
        visitor.at("users of a list", page);
        page.locator("[data-people]").click();
        assertThat(page.locator("#people")).isVisible();
        visitor.at("dialog of users", page);
        page.keyboard().press("Escape");
        page.locator("#open-settings").click();
        visitor.at("settings", page);
        page.keyboard().press("Escape");
        page.locator("#open-help").click();
        visitor.at("keys", page);
        page.locator("[data-change]").first().click();
        visitor.at("choosing a key", page);
        page.keyboard().press("?");
        assertThat(page.locator("[data-status=shortcuts]")).containsText("?");
        visitor.at("key refused", page);
    }

    private void see(String state, Person who) {
        visitor.at(state, who.page());
    }

    /** Somebody with a case that has everything a case may have. */
    private Person inHand() {
        var list = longList();
        var number = centre.newNumber();
        var callback = centre.request(list, number, Map.of("callerName", Centre.quoted(LONG_NAME), "attributes", """
                                {"order": "0000-1111-2222-3333-4444-5555-6666-7777-8888-9999",
                                 "recordingUrl": "https://elsewhere.example/1.wav", "a rather long name of an attribute": "yes"}
                                """));
        centre.request(list, number);
        var anna = centre.agentOn(list);
        attempts(callback, anna);
        jdbc.sql("UPDATE ringback.callback SET overdue = true WHERE id = ?")
                .param(Centre.id(callback))
                .update();
        var person = browsers.signedIn(anna, look);
        person.desk().startReceiving();
        person.desk().caseWindow().awaitPhase("BEFORE_CALL");
        return person;
    }

    private void attempts(JsonNode callback, String agent) {
        for (var status : new String[] {"BUSY", "NO_ANSWER", "OTHER"}) {
            jdbc.sql("""
                            INSERT INTO ringback.attempt (id, callback_id, allocation_id, agent_id, started_at, ended_at, call_status, note)
                            VALUES (gen_random_uuid(), ?, gen_random_uuid(), ?, now() - interval '1 hour', now(), ?, ?)""").params(Centre.id(callback), agent, status, LONG_NOTE).update();
        }
    }

    private String longList() {
        return centre.list(
                Map.of("name", Centre.quoted(LONG_NAME), "autoStopAfter", "\"PT1H\"", "closeAfterCall", "\"PT1H\""));
    }
}
