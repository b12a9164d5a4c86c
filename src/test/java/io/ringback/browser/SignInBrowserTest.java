package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ringback.support.Centre;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages around the desk, as people see them. */
@BrowserTest
class SignInBrowserTest {

    @Test
    void everyPageIsAccessibleInEveryLook(Browsers browsers) {
        var account = browsers.centre().person("INTEGRATOR");

        for (var look : List.of(
                Look.usual(),
                Look.usual().dark(),
                Look.usual().narrow().in("fi-FI", "Europe/Helsinki"),
                Look.usual().narrow().dark().in("sv-FI", "Europe/Helsinki"))) {
            var person = browsers.open(account, look, browsers.home());
            person.expects("status of 40[14]");
            person.visit("/login");
            fits(person.page());
            new LoginPage(person.page()).signIn(account, "not this one");
            assertThat(person.page().getByRole(AriaRole.ALERT)).isVisible();
            fits(person.page());
            new LoginPage(person.page()).signIn(account, Centre.PASSWORD);
            assertThat(person.page().locator("code")).hasText(account);
            fits(person.page());
            person.visit("/nowhere");
            fits(person.page());
        }
    }

    @Test
    void peopleGoWhereTheyWantedWithKeysAlone(Browsers browsers) {
        var agent = browsers.centre().person("AGENT");
        var person = browsers.open(agent, Look.usual(), browsers.home());

        person.visit("/desk?from=mail");
        var keys = person.page().keyboard();
        assertThat(person.page().locator("#username")).isFocused();
        keys.type(agent);
        keys.press("Tab");
        keys.type(Centre.PASSWORD);
        keys.press("Enter");

        assertThat(person.page()).hasURL(browsers.home() + "/desk?from=mail");
    }

    @Test
    void theLanguageIsChosenBesideTheForm(Browsers browsers) {
        var person = browsers.open("somebody", Look.usual(), browsers.home());
        person.visit("/login?next=%2Fdesk");

        person.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Suomi"))
                .click();

        assertThat(person.page().locator("html")).hasAttribute("lang", "fi");
        assertThat(person.page().locator("input[name=next]")).hasValue("/desk");
        assertThat(person.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kirjaudu sisään")))
                .isVisible();
    }

    @Test
    void theApiCanBeTriedWithTheSession(Browsers browsers) {
        var account = browsers.centre().person("SUPERVISOR");
        var person = browsers.open(account, Look.usual(), browsers.home());
        person.visit("/login");
        new LoginPage(person.page()).signIn(account, Centre.PASSWORD);

        person.page().locator("a[href='/api-docs']").click();
        // What it is sent is refused, but only after the token was taken.
        var call = person.page().locator(".opblock-post:has([data-path='/api/v1/lists'])");
        call.first().locator("button.opblock-summary-control").click();
        call.first().getByText("Try it out").click();
        call.first().locator("textarea").fill("{}");
        person.expects("status of 422");
        call.first().getByText("Execute").click();

        assertThat(call.first().locator(".live-responses-table td.response-col_status:not(.col_header)"))
                .containsText("422");
    }

    @Test
    void aDeskLeftOpenWorksOnAfterItsAgentSignedInAgain(Browsers browsers) {
        var agent = browsers.centre().agentOn(browsers.centre().list());
        var person = browsers.signedIn(agent, Look.usual());
        // Between the two, its line and its heartbeat may be refused: nobody is signed in, or the other page is the
        // desk.
        person.expects("status of 40[139]");
        var another = person.context().newPage();
        another.navigate(browsers.home() + "/desk/case");
        another.context().clearCookies();
        another.navigate(browsers.home() + "/login");
        new LoginPage(another).signIn(agent, Centre.PASSWORD);
        new DeskPage(another).awaitReady(); // a page that is closed on its way to another may never be
        another.close();

        var answer = person.page().evaluate("""
                () => import('/assets/js/shared/api.js')
                    .then(({send}) => send('PUT', '/api/v1/desk/availability', {availability: 'BUSY'}))
                    .then((desk) => desk.availability, String)""");

        org.assertj.core.api.Assertions.assertThat(answer).isEqualTo("BUSY");
    }

    private static void fits(Page page) {
        Axe.check(page);
        var wider = page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
        org.assertj.core.api.Assertions.assertThat(wider)
                .as("%s is wider than the window", page.url())
                .isEqualTo(false);
    }
}
