package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.ringback.support.Centre;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Receiving ends: by the agent, or because nobody calls. The case goes to the next agent, and the page says why. */
@BrowserTest
class DeskStoppingTest {

    private static final Pattern WARNING = Pattern.compile("\\bwarning\\b");

    @Autowired
    private Centre centre;

    @Test
    void withoutACallReceivingStopsAndTheNextAgentGetsTheCase(Browsers browsers) {
        var list = centre.list(Map.of("autoStopAfter", "\"PT10S\""));
        var callback = centre.request(list, centre.newNumber());
        var anna = receiving(browsers, list);
        var bo = browsers.agentOn(list);
        assertThat(anna.desk().caseWindow().countdown()).containsText("Receiving stops in");
        assertThat(anna.desk().caseWindow().countdown()).containsText(Pattern.compile("0:0\\d"));
        bo.desk().startReceiving();
        assertThat(bo.desk().idle()).isVisible();

        bo.desk().caseWindow().awaitOpen();

        assertHolds(bo, callback);
        anna.desk().caseWindow().awaitGone();
        assertThat(anna.desk().notice()).containsText("Receiving stopped: no call was made in 10 s");
        assertThat(anna.desk().receiving()).hasAttribute("aria-checked", "false");
        assertThat(anna.desk().mode()).hasText("Receiving service calls, no callbacks");
    }

    @Test
    void twentySecondsAheadThePageWarnsUntilTheCall(Browsers browsers) {
        var list = centre.list(Map.of("autoStopAfter", "\"PT26S\""));
        centre.request(list, centre.newNumber());
        var anna = receiving(browsers, list);
        var window = anna.desk().caseWindow();
        assertThat(timer(window.countdown())).not().hasClass(WARNING);

        assertThat(timer(window.countdown())).hasClass(WARNING);
        assertThat(anna.desk().toast("Receiving stops in 20 seconds unless you call."))
                .isVisible();

        window.call();

        assertThat(window.countdown()).hasCount(0);
    }

    @Test
    void whatWasSaidOfTheStopCanBePutAwayAndStaysAway(Browsers browsers) {
        var list = centre.list(Map.of("autoStopAfter", "\"PT1S\""));
        centre.request(list, centre.newNumber());
        var anna = receiving(browsers, list);
        assertThat(anna.desk().notice()).isVisible();

        anna.desk().dismissNotice();

        assertThat(anna.desk().notice()).isHidden();
        anna.page().reload();
        anna.desk().awaitReady();
        assertThat(anna.desk().notice()).isHidden();
    }

    @Test
    void stopHandsTheCaseToTheNextAgentAtOnce(Browsers browsers) {
        var list = centre.list();
        var callback = centre.request(list, centre.newNumber());
        var anna = receiving(browsers, list);
        anna.desk().caseWindow().awaitOpen();
        var bo = receiving(browsers, list);
        assertThat(bo.desk().idle()).isVisible();

        anna.desk().stop();

        bo.desk().caseWindow().awaitOpen();
        assertHolds(bo, callback);
        anna.desk().caseWindow().awaitGone();
        assertThat(anna.desk().notice()).isHidden();
    }

    @Test
    void theSwitchHandsTheCaseOnToo(Browsers browsers) {
        var list = centre.list();
        var callback = centre.request(list, centre.newNumber());
        var anna = receiving(browsers, list);
        anna.desk().caseWindow().awaitOpen();
        var bo = receiving(browsers, list);

        anna.desk().endReceiving();

        bo.desk().caseWindow().awaitOpen();
        assertHolds(bo, callback);
    }

    @Test
    void aSupervisorsReasonIsTold(Browsers browsers) {
        var list = centre.list();
        var anna = receiving(browsers, list);

        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/agents/%s/stop".formatted(anna.id()), "{\"reason\": \"Team meeting\"}");

        assertThat(anna.desk().notice()).containsText("Receiving was stopped by a supervisor");
        assertThat(anna.desk().notice()).containsText("Team meeting");
    }

    @ParameterizedTest
    @CsvSource({
        "DO_NOT_DISTURB, Receiving stopped: you chose Do not disturb",
        "OFFWORK, Receiving stopped: you went off work"
    })
    void whoeverIsAwayReceivesNothing(String availability, String notice, Browsers browsers) {
        var list = centre.list();
        var callback = centre.request(list, centre.newNumber());
        var anna = receiving(browsers, list);
        anna.desk().caseWindow().awaitOpen();

        anna.desk().become(availability);

        assertThat(anna.desk().notice()).containsText(notice);
        assertThat(anna.desk().notice()).not().hasClass(WARNING);
        anna.desk().caseWindow().awaitGone();
        assertThat(anna.desk().mode()).hasText("Receiving nothing");
        assertThat(centre.status(callback)).isEqualTo("WAITING");

        anna.desk().tryToReceive();

        assertThat(anna.desk().toast("To receive callback cases, be Available or Busy."))
                .isVisible();
        assertThat(anna.desk().receiving()).hasAttribute("aria-checked", "false");

        anna.desk().become("BUSY");
        anna.desk().startReceiving();

        anna.desk().caseWindow().awaitOpen();
    }

    @Test
    void aWindowLeftOpenAfterTheCallIsClosed(Browsers browsers) {
        var list = centre.list(Map.of("autoStopAfter", "\"PT1H\"", "closeAfterCall", "\"PT5S\""));
        var callback = centre.request(list, centre.newNumber());
        var anna = receiving(browsers, list);
        var window = anna.desk().caseWindow();
        window.call();

        window.endCall();

        assertThat(window.countdown()).containsText("The case closes in");
        assertThat(anna.desk().notice())
                .containsText("Receiving stopped: the case was left open for 5 s after the call");
        window.awaitGone();
        var bo = receiving(browsers, list);
        bo.desk().caseWindow().awaitOpen();
        assertHolds(bo, callback);
        assertThat(bo.desk().caseWindow().attempts()).containsText("no outcome saved");
    }

    private static Locator timer(Locator countdown) {
        return countdown.locator("[role=timer]");
    }

    private static Person receiving(Browsers browsers, String list) {
        var agent = browsers.agentOn(list);
        agent.desk().startReceiving();
        return agent;
    }

    private void assertHolds(Person agent, JsonNode callback) {
        assertThat(centre.callback(callback).path("allocatedTo").asText()).isEqualTo(agent.id());
    }
}
