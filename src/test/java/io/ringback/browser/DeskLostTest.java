package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.ringback.support.Centre;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A desk that is gone for longer than the grace time, which here is not much longer than from heartbeat to heartbeat. */
@BrowserTest
@TestPropertySource(properties = "ringback.desk.grace=PT25S")
class DeskLostTest {

    private static final double LONGER_THAN_GRACE = 90_000;

    @Autowired
    private Centre centre;

    @Test
    void theCaseOfAClosedDeskGoesToTheNextAgentAndTheDeskSaysSoOnReturn(Browsers browsers) {
        var list = centre.list();
        var callback = centre.request(list, centre.newNumber());
        var anna = browsers.agentOn(list);
        anna.desk().startReceiving();
        anna.desk().caseWindow().note().fill("I was about to call");
        anna.desk().caseWindow().awaitDraftSaved();
        var bo = browsers.agentOn(list);
        bo.desk().startReceiving();

        anna.goHome();

        assertThat(bo.desk().caseWindow().self())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGER_THAN_GRACE));
        assertThat(centre.callback(callback).path("allocatedTo").asText()).isEqualTo(bo.id());
        var again = browsers.again(anna);
        assertThat(again.desk().notice()).containsText("Receiving stopped: the connection to your desk was lost");
        assertThat(again.desk().receiving()).hasAttribute("aria-checked", "false");
        assertThat(bo.desk().receiving()).hasAttribute("aria-checked", "true");
    }
}
