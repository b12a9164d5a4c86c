package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case comes to an agent who waits for it, and is called. */
@BrowserTest
class DeskCaseTest {

    @Autowired
    private Centre centre;

    private String list = "";

    @BeforeEach
    void aList() {
        list = centre.list(Map.of("name", "\"Sales\"", "dueAfter", "\"PT2H\"", "autoStopAfter", "\"PT1H\""));
    }

    @Test
    void itOpensByItselfWithAllThereIsToKnow(Browsers browsers) {
        var anna = receiving(browsers);
        assertThat(anna.desk().mode()).hasText("Receiving callbacks, no service calls");

        centre.request(
                list,
                "+358401234567",
                Map.of("callerName", "\"Ville Virtanen\"", "attributes", "{\"product\": \"Broadband 100\"}"));

        var window = anna.desk().caseWindow();
        assertThat(window.title()).containsText("Ville Virtanen");
        assertThat(window.title()).containsText("+358 40 1234567");
        assertThat(window.title()).isFocused();
        assertThat(window.fact("List")).hasText("Sales");
        assertThat(window.fact("Source")).hasText("IVR choice");
        assertThat(window.fact("Due")).hasText(Pattern.compile("\\d\\d:\\d\\d \\(in.2.hours\\)"));
        assertThat(window.fact("Expires")).hasText(Pattern.compile("\\d\\d:\\d\\d \\(in.24.hours\\)"));
        assertThat(window.fact("product")).hasText("Broadband 100");
        assertThat(anna.desk().toast("New case: Ville Virtanen +358 40 1234567"))
                .isVisible();
        assertThat(anna.desk().idle()).hasCount(0);
    }

    @Test
    void tabAndIconCallForWhoeverLooksElsewhere(Browsers browsers) {
        var anna = receiving(browsers);
        anna.lookAway();

        centre.request(list, centre.newNumber());

        assertThat(anna.page()).hasTitle("New case");
        assertThat(anna.page().locator("link[rel~=icon]")).hasAttribute("href", Pattern.compile("favicon-alert"));

        anna.lookBack();

        assertThat(anna.page()).hasTitle("Desk – Ringback");
        assertThat(anna.page().locator("link[rel~=icon]")).hasAttribute("href", Pattern.compile("favicon\\.svg"));
    }

    @Test
    void callHandsTheNumberToTheSoftphoneAndEndsTheCountdown(Browsers browsers) {
        var anna = receiving(browsers);
        centre.request(list, "+358401234567");
        var window = anna.desk().caseWindow();
        assertThat(window.countdown()).containsText("Receiving stops in");

        window.call();

        assertThat(Softphone.dialled(anna.page())).hasValue("tel:+358401234567");
        assertThat(window.self()).containsText("In the call");
        assertThat(window.countdown()).hasCount(0);

        window.endCall();

        assertThat(window.self()).containsText("Record the outcome");
        assertThat(window.countdown()).containsText("The case closes in");
        assertThat(window.attempts()).hasCount(1);
    }

    @Test
    void theDeskGoesOnWhileTheBrowserAsksWhetherToOpenTheSoftphone(Browsers browsers) {
        var anna = receiving(browsers);
        Softphone.inEarnest(anna);
        centre.request(list, centre.newNumber());
        var window = anna.desk().caseWindow();
        window.awaitOpen();

        window.call();

        window.endCall();
        window.choose("ANSWERED");
        window.save();
        window.awaitGone();
    }

    @Test
    void showCaseLeadsBackToTheCase(Browsers browsers) {
        centre.request(list, centre.newNumber());
        var anna = receiving(browsers);
        anna.desk().caseWindow().note().click();
        assertThat(anna.desk().caseWindow().title()).not().isFocused();

        anna.desk().showCase();

        assertThat(anna.desk().caseWindow().title()).isFocused();
    }

    private Person receiving(Browsers browsers) {
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        return anna;
    }
}
