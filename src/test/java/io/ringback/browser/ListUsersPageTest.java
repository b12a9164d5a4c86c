package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who works on a list, as supervisors and administrators decide on its page. */
@BrowserTest
class ListUsersPageTest {

    @Autowired
    private Centre centre;

    @Test
    void usersAreFoundAddedActivatedAndRemoved(Browsers browsers) {
        var list = centre.list();
        var anna = centre.person("AGENT");
        var sam = supervisor(browsers, "/supervision/lists/" + list);
        var page = sam.page();
        var bo = centre.named(centre.person("AGENT"), "Bo Björkqvist");

        page.locator("#find-agent").pressSequentially("nobody at all");
        assertThat(page.locator("#others")).containsText("Nobody else is called so");
        page.locator("#find-agent").fill("björk bo");
        page.locator("#others [value='" + bo + "']").check();
        page.locator("#find-agent").fill("test " + anna);
        page.locator("#others [value='" + anna + "']").check();
        assertThat(page.locator("#chosen-agents button")).hasCount(2);
        page.locator("#add-chosen").click();

        assertThat(page.locator("#users-added")).containsText("Bo Björkqvist, Test " + anna);
        assertThat(page.locator("#user-" + bo)).containsText("Bo Björkqvist");
        var row = page.locator("#user-" + anna);
        assertThat(row).containsText("Not signed in");
        row.locator("[data-active]").check();
        assertThat(page.locator("#active-" + anna)).isChecked();
        page.locator(".joining").click();
        assertThat(page.locator("#history")).containsText("joined Test " + anna);
        assertThat(centre.desk(anna).at("/lists/0/active").asBoolean()).isTrue();

        page.locator("#remove-" + anna).click();
        yes(page).click();
        assertThat(row).hasCount(0);
        assertThat(centre.desk(anna).path("lists")).isEmpty();
    }

    @Test
    void anAdministratorGivesAccessButDoesNotActivate(Browsers browsers) {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var page = browsers.inOffice(centre.person("ADMIN"), "/supervision/lists/" + list)
                .page();

        assertThat(page.locator("#user-" + anna)).containsText("Yes");
        assertThat(page.locator("[data-active]")).hasCount(0);
        assertThat(page.locator("#remove-" + anna)).isVisible();
    }

    private Person supervisor(Browsers browsers, String path) {
        var person = browsers.inOffice(centre.person("SUPERVISOR"), path);
        awaitReady(person.page());
        return person;
    }

    private static void awaitReady(Page page) {
        page.waitForFunction("() => document.documentElement.dataset.lists !== undefined");
    }

    private static Locator yes(Page page) {
        return page.locator("#ask [type=submit]");
    }
}
