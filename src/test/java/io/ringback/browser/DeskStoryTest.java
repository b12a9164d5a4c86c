package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.ringback.support.Centre;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the case window tells of the caller, in the agent's language. */
@BrowserTest
class DeskStoryTest {

    @Autowired
    private Centre centre;

    @Test
    void whatTheCallerHasAskedForBeforeIsReadAndOpenedInTheCase(Browsers browsers) {
        var sales = centre.list();
        var support = centre.list();
        var number = centre.newNumber();
        var before = centre.request(support, number);
        var bo = centre.agentOn(support);
        centre.receive(bo, true);
        centre.save(bo, "ANSWERED", Map.of("note", "\"wants a refund\"", "formData", "{\"reason\":\"INVOICE\"}"));
        centre.request(sales, number);
        var supervisor = centre.person("AGENT", "SUPERVISOR");
        centre.giveAccess(supervisor, sales);
        centre.giveAccess(supervisor, support);
        centre.as(supervisor).put("/api/v1/desk/lists/" + sales, "{\"active\":true}");
        var anna = browsers.signedIn(supervisor, Look.usual().in("fi-FI", "Europe/Helsinki"));

        anna.desk().startReceiving();

        var window = anna.desk().caseWindow();
        var earlier = window.history().locator("#earlier-" + before.path("id").asText());
        assertThat(window.history()).not().containsText("Kukaan ei ole vielä soittanut");
        assertThat(earlier).containsText("wants a refund");
        assertThat(earlier).containsText("Puhelun syy Lasku tai maksu");
        assertThat(earlier).containsText("Test " + bo);
        assertThat(earlier.locator("a"))
                .hasAttribute("href", "/supervision/cases/" + before.path("id").asText());
        assertThat(window.form()).containsText("Puhelun syy");
        Axe.check(anna.page());

        earlier.locator("summary").click();
        centre.request(sales, number);

        assertThat(window.related()).hasCount(2);
        assertThat(earlier.getByText("wants a refund")).isHidden();
    }
}
