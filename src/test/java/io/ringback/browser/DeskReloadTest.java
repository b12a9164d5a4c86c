package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.ringback.support.Centre;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was typed into the case in hand is still there, whatever happens to the page. */
@BrowserTest
class DeskReloadTest {

    private static final ZoneId ZONE = ZoneId.of(Look.usual().zone());

    @Autowired
    private Centre centre;

    private final String retryAt =
            LocalDateTime.now(ZONE).plusHours(3).truncatedTo(ChronoUnit.MINUTES).toString();
    private Person anna;

    @BeforeEach
    void aCaseInHand(Browsers browsers) {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        anna.desk().caseWindow().call();
    }

    @Test
    void aReloadKeepsWhatWasTyped() {
        fillIn(anna);
        anna.desk().caseWindow().awaitDraftSaved();

        anna.page().reload();

        assertFilledIn(anna);
        anna.desk().caseWindow().awaitPhase("IN_CALL");
    }

    @Test
    void aReloadKeepsWhatWasTypedJustBefore() {
        fillIn(anna);

        anna.page().reload();

        assertFilledIn(anna);
    }

    @Test
    void theServerKeepsWhatWasTypedForAnotherBrowser(Browsers browsers) {
        fillIn(anna);
        anna.desk().caseWindow().awaitDraftSaved();
        anna.goHome();

        var again = browsers.again(anna);

        assertFilledIn(again);
    }

    @Test
    void theServerHasEvenWhatWasTypedJustBeforeThePageWent(Browsers browsers) {
        fillIn(anna);
        anna.visit("/");
        anna.goHome();

        var again = browsers.again(anna);

        assertFilledIn(again);
    }

    private void fillIn(Person agent) {
        var window = agent.desk().caseWindow();
        agent.page().getByLabel("Topic").fill("Reminder fee");
        window.choose("OTHER");
        window.retryAt().fill(retryAt);
        window.note().pressSequentially("She asks for\nher invoice");
    }

    private void assertFilledIn(Person agent) {
        var window = agent.desk().caseWindow();
        assertThat(window.note()).hasValue("She asks for\nher invoice");
        assertThat(window.status("OTHER")).isChecked();
        assertThat(window.retryAt()).hasValue(retryAt);
        assertThat(agent.page().getByLabel("Topic")).hasValue("Reminder fee");
    }
}
