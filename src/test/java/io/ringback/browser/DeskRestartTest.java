package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RestartableServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server is started anew while an agent works. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class DeskRestartTest {

    private RestartableServer server;

    @BeforeEach
    void start() {
        server = RestartableServer.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theAgentGoesOnWhereSheWas(Browsers browsers) {
        var list = server.centre().list();
        var callback = server.centre().request(list, server.centre().newNumber());
        var anna = browsers.signedIn(server.centre().agentOn(list), Look.usual(), server.address());
        anna.expectsABrokenLine();
        anna.desk().startReceiving();
        var window = anna.desk().caseWindow();
        window.call();
        window.note().fill("typed before");
        window.awaitDraftSaved();
        var allocation = window.allocation();
        anna.markPage();

        server.stop();

        assertThat(anna.desk().connection()).containsText("No connection to the server. Trying again");
        window.note().fill("typed before and while it was away");

        server.start();

        assertThat(anna.desk().connection()).isHidden();
        assertThat(window.self()).hasAttribute("data-allocation", allocation);
        assertThat(window.note()).hasValue("typed before and while it was away");
        window.awaitDraftSaved();
        window.endCall();
        window.choose("ANSWERED");
        window.save();
        window.awaitGone();
        assertThat(server.centre().callback(callback).path("attemptCount").asInt())
                .isEqualTo(1);
        assertThat(anna.stayedOnPage()).isTrue();
        assertThat(anna.desk().signedOut()).isHidden();
    }
}
