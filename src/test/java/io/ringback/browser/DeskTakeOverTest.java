package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.ringback.support.Centre;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent has one desk: the one opened last. */
@BrowserTest
class DeskTakeOverTest {

    private static final String TAKEN_OVER = "Your desk is open in another window, which has taken over.";

    @Autowired
    private Centre centre;

    @Test
    void theFirstDeskSaysThatTheSecondHasTakenOverAndCanTakeItBack(Browsers browsers) {
        var list = centre.list();
        centre.request(list, centre.newNumber());
        var first = browsers.agentOn(list).expects("status of 409"); // to a heartbeat, once the second one is the desk
        first.desk().startReceiving();
        first.desk().caseWindow().note().fill("typed at the first desk");
        first.desk().caseWindow().awaitDraftSaved();

        var second = browsers.again(first).expects("status of 409"); // once the first one is the desk again

        assertThat(first.desk().connection()).containsText(TAKEN_OVER);
        assertThat(second.desk().caseWindow().note()).hasValue("typed at the first desk");
        assertThat(second.desk().connection()).isHidden();

        first.desk().connection().getByRole(AriaRole.BUTTON).click();

        assertThat(second.desk().connection()).containsText(TAKEN_OVER);
        first.desk().awaitReady();
        first.desk().caseWindow().call();
    }
}
