package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ringback.support.Centre;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Supervisors see on the board what goes on, without doing anything, and stop agents there. */
@BrowserTest
class BoardPageTest {

    @Autowired
    private Centre centre;

    @Test
    void aRequestAppearsWithoutReload(Browsers browsers) {
        var list = centre.list();
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision?q=" + list);
        assertThat(number(sam, list, "openCases")).hasText("0");
        sam.markPage();

        centre.request(list, centre.newNumber());

        assertThat(number(sam, list, "openCases")).hasText("1");
        assertThat(number(sam, list, "dueInAnHour")).hasText("1");
        assertThat(number(sam, list, "outcomes")).containsText("1 request");
        assertThat(sam.stayedOnPage()).isTrue();
    }

    @Test
    void anAgentIsStoppedWithAReasonWhichTheDeskTells(Browsers browsers) {
        var list = centre.list();
        var callback = centre.request(list, centre.newNumber());
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        anna.desk().caseWindow().awaitOpen();
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision?q=" + anna.id());
        assertThat(part(sam, anna.id(), "case")).containsText("Call the customer");

        sam.page().locator("#stop-" + anna.id()).click();
        var dialog = sam.page().locator("dialog#ask");
        assertThat(dialog).containsText("The case in hand goes to the next available agent.");
        dialog.locator("textarea").fill("Team meeting");
        dialog.locator("[type=submit]").click();

        assertThat(part(sam, anna.id(), "stopped")).containsText("by a supervisor");
        assertThat(part(sam, anna.id(), "stopped")).containsText("Team meeting");
        assertThat(part(sam, anna.id(), "receiving")).hasText("not receiving");
        assertThat(sam.page().locator("#stop-" + anna.id())).hasCount(0);
        assertThat(anna.desk().notice()).containsText("Receiving was stopped by a supervisor");
        assertThat(anna.desk().notice()).containsText("Team meeting");
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }

    @Test
    void auditorsSeeTheSameWithoutButtons(Browsers browsers) {
        var list = centre.list();
        var anna = centre.agentOn(list);
        centre.receive(anna, true);

        var ola = browsers.inOffice(centre.person("AUDITOR"), "/supervision?q=" + anna);

        assertThat(part(ola, anna, "receiving").locator("time")).isVisible();
        assertThat(ola.page().locator("#board button")).hasCount(0);
    }

    @Test
    void theWallKeepsUpToDate(Browsers browsers) {
        var list = centre.list(Map.of("name", "\"Sales\""));
        var wall = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision/wallboard?lists=" + list);
        var open = wall.page().locator("#wall-%s [data-number=openCases]".formatted(list));
        assertThat(open).hasText("0");
        wall.markPage();

        centre.request(list, centre.newNumber());

        assertThat(open).hasText("1");
        assertThat(wall.page().locator("#wall-%s.unserved .wall-warning".formatted(list)))
                .containsText("Nobody is serving");
        assertThat(wall.page().locator("button, a, input")).hasCount(0);
        assertThat(wall.stayedOnPage()).isTrue();
    }

    @Test
    void theWallSaysWhenItIsOutOfDate(Browsers browsers) {
        var list = centre.list();
        var wall = browsers.inOffice(centre.person("AUDITOR"), "/supervision/wallboard?lists=" + list);

        wall.goOffline();

        assertThat(wall.page().locator("#connection")).isVisible();
        wall.comeBackOnline();
        assertThat(wall.page().locator("#connection")).isHidden();
    }

    @Test
    void allOfItFitsAndIsAccessibleToAll(Browsers browsers) {
        var list = busyList();
        var sam = browsers.inOffice(centre.person("SUPERVISOR"), "/supervision?q=" + list);
        var faults = new ArrayList<String>();

        assertThat(number(sam, list, "openCases")).hasText("3");
        faults.addAll(EveryLook.faults("board", sam.page()));
        picture(sam.page(), "board");
        sam.visit("/supervision?q=nothing-like-this");
        faults.addAll(EveryLook.faults("board without anything", sam.page()));
        sam.visit("/supervision/wallboard");
        faults.addAll(EveryLook.faults("wallboard", sam.page()));
        picture(sam.page(), "wallboard");
        sam.visit("/supervision/lists/%s/charts".formatted(list));
        sam.page().locator("summary").first().click();
        faults.addAll(EveryLook.faults("charts", sam.page()));
        picture(sam.page(), "charts");
        sam.visit("/supervision/charts");
        faults.addAll(EveryLook.faults("charts of all lists", sam.page()));
        for (var language : List.of("fi", "sv")) {
            sam.visit("/supervision?lang=" + language);
            faults.addAll(EveryLook.faults("board in " + language, sam.page()));
            picture(sam.page(), "board-" + language);
        }

        assertThat(faults).isEmpty();
    }

    private String busyList() {
        var list = centre.list(Map.of("name", "\"Sales\"", "dueAfter", "\"PT1S\""));
        var anna = centre.agentOn(list);
        var bo = centre.agentOn(list);
        for (int i = 0; i < 5; i++) {
            centre.request(list, centre.newNumber());
        }
        centre.receive(anna, true);
        centre.save(anna, "ANSWERED");
        centre.save(anna, "ANSWERED");
        centre.receive(bo, true);
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/agents/%s/stop".formatted(bo), "{\"reason\": \"Team meeting at ten\"}");
        return list;
    }

    /** For whoever wants to look at it: target/board/*.png. */
    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "board", name + ".png"))
                .setFullPage(true));
    }

    private static Locator number(Person person, String list, String name) {
        return person.page().locator("#list-%s [data-number=%s]".formatted(list, name));
    }

    private static Locator part(Person person, String agent, String name) {
        return person.page().locator("#agent-%s [data-part=%s]".formatted(agent, name));
    }
}
