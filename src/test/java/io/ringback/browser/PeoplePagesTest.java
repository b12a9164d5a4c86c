package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.ringback.support.Json.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of accounts, as an administrator uses them, and the one on which people choose a password. */
@BrowserTest
class PeoplePagesTest {

    @Test
    void anAccountIsMadeAndItsOwnerChoosesAPassword(Browsers browsers) {
        var admin = browsers.inOffice(browsers.centre().person("ADMIN"), "/admin/people");
        var page = admin.page();
        page.getByRole(AriaRole.LINK, named("New account")).click();
        page.getByLabel("Account").fill("ulla");
        page.getByLabel("Name").fill("Ulla Uusitalo");
        page.getByLabel("Supervisor").check();
        page.getByRole(AriaRole.BUTTON, named("Create account")).click();
        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Ulla Uusitalo");

        page.getByRole(AriaRole.BUTTON, named("Make a link")).click();
        var link = page.locator("#link-url");
        assertThat(link).hasValue(Pattern.compile("http.*/welcome#[0-9a-f]{40}"));
        assertThat(page.locator("#pending-link")).isVisible();
        var newcomer = browsers.open("ulla", Look.usual(), browsers.home());
        newcomer.page().navigate(link.inputValue());
        assertThat(newcomer.page()).hasURL(browsers.home() + "/welcome");
        newcomer.page().getByLabel("New password").fill("my very own words");
        newcomer.page().getByLabel("Repeat the password").fill("my very own words");
        newcomer.page().getByRole(AriaRole.BUTTON, named("Use this password")).click();
        assertThat(newcomer.page().getByRole(AriaRole.STATUS)).containsText("Your password is set");
        new LoginPage(newcomer.page()).signIn("ulla", "my very own words");

        assertThat(newcomer.page()).not().hasURL(Pattern.compile("login"));
        assertThat(page.locator("#history")).containsText("Password chosen by the link");
        assertThat(page.locator("#pending-link")).hasCount(0);
        newcomer.expects("status of 404"); // the page she arrives at is made by others
    }

    @Test
    void aLinkThatIsUsedUpSaysSo(Browsers browsers) {
        var newcomer = browsers.open("somebody", Look.usual(), browsers.home());
        newcomer.expects("status of 403");
        newcomer.visit("/welcome#0123456789012345678901234567890123456789");
        var page = newcomer.page();

        page.getByLabel("New password").fill("my very own words");
        page.getByLabel("Repeat the password").fill("my very own");
        page.getByRole(AriaRole.BUTTON, named("Use this password")).click();
        assertThat(page.locator(".form-problem")).hasCount(0);
        page.getByLabel("Repeat the password").fill("my very own words");
        page.getByRole(AriaRole.BUTTON, named("Use this password")).click();

        assertThat(page.locator(".form-problem")).containsText("does not work any more");
    }

    @Test
    void accessToListsIsTickedAndSessionsAreEnded(Browsers browsers) {
        var centre = browsers.centre();
        var list = centre.list();
        var agent = browsers.person("AGENT");
        var page = browsers.inOffice(centre.person("ADMIN", "SUPERVISOR"), "/admin/people/" + agent.id())
                .page();

        page.locator("#access-" + list).check();
        page.locator("#active-" + list).check();
        assertThat(agent.page().locator("body")).containsText("List " + list);
        agent.expects("status of 401");
        page.getByRole(AriaRole.BUTTON, named("Sign out everywhere")).click();
        page.locator("#ask [type=submit]").click();

        assertThat(page.locator("#sessions")).containsText("Not signed in anywhere");
        assertThat(page.locator("#history")).containsText("Signed out everywhere");
        assertThat(page.locator("#active-" + list)).isChecked();
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked(Browsers browsers) {
        var centre = browsers.centre();
        var list = centre.list();
        var ivr = centre.person("INTEGRATOR");
        var admin = browsers.inOffice(centre.person("ADMIN"), "/admin/people/" + ivr);
        var page = admin.page();

        page.getByRole(AriaRole.BUTTON, named("New token")).click();
        page.getByLabel("Which program it is for").fill("Main IVR");
        page.getByLabel("Reaches all lists").uncheck();
        page.getByLabel("Reaches only these lists").selectOption(list);
        var faults = new ArrayList<>(EveryLook.faults("dialog", page));
        page.getByRole(AriaRole.BUTTON, named("Make the token")).click();
        var secret = page.locator("#token-secret");
        assertThat(secret).hasValue(Pattern.compile("rb_[0-9A-Za-z]{49}"));
        var program = centre.server().with(secret.inputValue());
        faults.addAll(EveryLook.faults("secret", page));
        page.getByRole(AriaRole.BUTTON, named("I have it")).click();

        assertThat(page.locator("#token-dialog")).isHidden();
        assertThat(secret).hasValue("");
        assertThat(page.locator("#tokens")).containsText("only " + list);
        assertThat(page.locator("#history")).containsText("Token made");
        org.assertj.core.api.Assertions.assertThat(program.get("/api/v1/lists").status())
                .isEqualTo(200);
        faults.addAll(EveryLook.faults("token", page));
        page.getByRole(AriaRole.BUTTON, named("Revoke Main IVR")).click();
        page.locator("#ask [type=submit]").click();
        assertThat(page.locator("#tokens")).containsText("There is no token");
        org.assertj.core.api.Assertions.assertThat(program.get("/api/v1/lists").status())
                .isEqualTo(401);
        org.assertj.core.api.Assertions.assertThat(faults).isEqualTo(List.of());
    }

    @Test
    void whatATokenLacksIsSaidAtItsField(Browsers browsers) {
        var centre = browsers.centre();
        var ivr = centre.person("INTEGRATOR");
        var admin = browsers.inOffice(centre.person("ADMIN"), "/admin/people/" + ivr);
        var page = admin.page();
        admin.expects("status of 422");

        page.getByRole(AriaRole.BUTTON, named("New token")).click();
        page.getByLabel("Which program it is for").fill("Main IVR");
        page.getByLabel("Reaches all lists").uncheck();
        page.getByRole(AriaRole.BUTTON, named("Make the token")).click();

        assertThat(page.locator("#token-form")).containsText("Must name one or more lists");
        assertThat(page.getByLabel("Which program it is for")).hasValue("Main IVR");
    }

    @Test
    void whatSomebodyElseHasChangedIsShown(Browsers browsers) {
        var centre = browsers.centre();
        var account = centre.person("AUDITOR");
        var admin = browsers.inOffice(centre.person("ADMIN"), "/admin/people/" + account);
        var page = admin.page();
        admin.expects("status of 412");
        page.getByLabel("Name").fill("My name for it");
        centre.as(centre.person("ADMIN"))
                .put(
                        "/api/v1/accounts/" + account,
                        json("{'name':'Their name for it','roles':['AUDITOR','DESIGNER'],'enabled':true}"));

        save(page).click();
        assertThat(page.locator("#theirs")).containsText("Their name for it");
        assertThat(page.locator("#theirs")).containsText("Process designer");
        assertThat(page.getByLabel("Name")).hasValue("My name for it");
        save(page).click();

        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("My name for it");
        assertThat(page.locator("#theirs")).isHidden();
    }

    @Test
    void peopleAreFoundByNameRoleAndState(Browsers browsers) {
        var centre = browsers.centre();
        var auditor = centre.person("AUDITOR");
        var designer = centre.person("DESIGNER");
        var page = browsers.inOffice(centre.person("ADMIN"), "/admin/people").page();

        page.getByLabel("Role").selectOption("AUDITOR");
        page.getByRole(AriaRole.BUTTON, named("Show")).click();
        assertThat(page.locator("#people")).containsText(auditor);
        assertThat(page.locator("#people")).not().containsText(designer);
        page.getByLabel("Name or account").fill("nobody like this");
        page.getByRole(AriaRole.BUTTON, named("Show")).click();

        assertThat(page.locator("#people")).containsText("Nobody matches");
    }

    @Test
    void everyPageFitsInEveryLook(Browsers browsers) {
        var centre = browsers.centre();
        var list = centre.list();
        var agent = centre.agentOn(list);
        centre.signedIn(agent);
        var admin = browsers.inOffice(centre.person("ADMIN"), "/admin/people");
        var page = admin.page();
        var faults = new ArrayList<String>();

        faults.addAll(EveryLook.faults("all", page));
        admin.visit("/admin/people/new");
        faults.addAll(EveryLook.faults("new", page));
        admin.visit("/admin/people/" + agent);
        page.getByRole(AriaRole.BUTTON, named("Make a link")).click();
        assertThat(page.locator("#history")).containsText("Link to choose a password made");
        faults.addAll(EveryLook.faults("one", page));
        admin.visit("/welcome#0123456789");
        faults.addAll(EveryLook.faults("welcome", page));

        org.assertj.core.api.Assertions.assertThat(faults).isEqualTo(List.of());
    }

    private static Locator save(Page page) {
        return page.locator("#account button[type=submit]");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
