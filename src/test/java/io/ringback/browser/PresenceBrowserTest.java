package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.ringback.support.Centre;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Supervisors see who is there and who is away for what; the centre chooses the words. */
@BrowserTest
class PresenceBrowserTest {

    @Autowired
    private Centre centre;

    @Test
    void aSupervisorSeesWhoIsThereAndWhatForOthersAreAway(Browsers browsers) {
        var list = centre.list();
        var other = centre.list();
        var newcomer = centre.person("AGENT");
        centre.giveAccess(newcomer, list);
        var anna = browsers.agentOn(other);
        centre.giveAccess(anna.id(), list);
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision?q=" + newcomer);
        assertThat(onBoard(sam, newcomer)).containsText("Not signed in");
        assertThat(onBoard(sam, newcomer)).not().containsText("Available");

        sam.visit("/supervision?q=" + anna.id());
        assertThat(onBoard(sam, anna.id())).containsText("At the desk");
        anna.desk().startReceiving();
        assertThat(onBoard(sam, anna.id())).containsText("Receiving");

        sam.visit("/supervision/lists/" + list);
        assertThat(onList(sam, anna.id())).containsText("Receiving, not on this list");
        assertThat(onList(sam, newcomer)).containsText("Not signed in");
        assertThat(sam.page().locator("[id^=user-]").first()).hasAttribute("id", "user-" + anna.id());

        anna.page().locator("#availability").click();
        anna.page().locator("[data-reason=lunch]").click();
        assertThat(anna.page().locator("#availability")).containsText("Do not disturb: Lunch");
        assertThat(onList(sam, anna.id())).containsText("Do not disturb: Lunch");
        sam.visit("/supervision?who=away&q=" + anna.id());
        assertThat(onBoard(sam, anna.id())).containsText("Do not disturb: Lunch");
        assertThat(onBoard(sam, anna.id())).containsText("since");

        anna.desk().signOut();
        sam.visit("/supervision?q=" + anna.id());
        assertThat(onBoard(sam, anna.id())).containsText("Not signed in");
        assertThat(onBoard(sam, anna.id())).containsText("last seen");
        assertThat(onBoard(sam, anna.id())).not().containsText("Lunch");

        sam.page()
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Time away"))
                .first()
                .click();
        var away = sam.page().locator("#time-away [data-agent=%s][data-reason=lunch]".formatted(anna.id()));
        assertThat(away).containsText("Lunch");
        assertThat(away).containsText(Pattern.compile("\\d{2}:\\d{2}–\\d{2}:\\d{2}"));
        assertThat(EveryLook.faults("time away", sam.page())).isEmpty();
    }

    @Test
    void theCentreChoosesTheReasonsInItsLanguages(Browsers browsers) {
        var faults = new ArrayList<String>();
        var root = browsers.inOffice(centre.person("ADMIN"), "/admin/settings");
        var made = root.page().locator("#new-reason");
        made.locator("[name=name]").fill("First aid");
        made.locator("[name=nameFi]").fill("Ensiapukurssi");
        made.locator("[type=submit]").click();
        var saved = root.page().locator("#reason-first-aid");
        assertThat(saved.locator("[name=nameFi]")).hasValue("Ensiapukurssi");
        faults.addAll(EveryLook.faults("settings", root.page()));

        var anna = browsers.person("AGENT");
        anna.visit("/desk?lang=fi");
        anna.desk().awaitReady();
        anna.page().locator("#availability").click();
        assertThat(anna.page().locator("[data-reason=first-aid]")).containsText("Ensiapukurssi");
        anna.page().locator("[data-reason=first-aid]").click();
        assertThat(anna.page().locator("#availability")).containsText("Ensiapukurssi");

        root.page().locator("#archive-first-aid").click();
        root.page().locator("dialog#ask [type=submit]").click();
        assertThat(root.page().locator("#reason-first-aid")).hasCount(0);
        root.visit("/admin/people?text=" + anna.id());
        assertThat(root.page().locator("#people [data-part=presence]")).containsText("First aid");
        for (var language : List.of("en", "fi", "sv")) {
            root.visit("/admin/people?lang=%s&text=%s".formatted(language, anna.id()));
            faults.addAll(EveryLook.faults("people in " + language, root.page()));
        }
        assertThat(faults).isEmpty();
    }

    private static Locator onBoard(Person supervisor, String agent) {
        return supervisor.page().locator("#agent-%s [data-part=presence]".formatted(agent));
    }

    private static Locator onList(Person supervisor, String agent) {
        return supervisor.page().locator("#user-%s [data-part=presence]".formatted(agent));
    }
}
