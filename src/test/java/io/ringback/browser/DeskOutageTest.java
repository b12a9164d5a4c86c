package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.DatabaseProxy;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database is away while an agent works: the desk goes on asking, and says so. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class DeskOutageTest {

    private static final String WAITING = "The database does not answer. Trying again";

    private DatabaseProxy network;
    private RestartableServer server;

    @BeforeEach
    void start() {
        network = DatabaseProxy.before(TestDatabase.migrated().url());
        server = RestartableServer.startedOn(network.url());
    }

    @AfterEach
    void stop() {
        server.close();
        network.close();
    }

    @Test
    void whatTheAgentDoesIsDoneOnceItIsBack(Browsers browsers) {
        var list = server.centre().list();
        var callback = server.centre().request(list, server.centre().newNumber());
        var anna = browsers.signedIn(server.centre().agentOn(list), Look.usual(), server.address());
        anna.expectsABrokenLine().expects("status of 503|Status Error Code 503").expects("htmx:responseError");
        network.refuse();

        anna.desk().receiving().click();

        assertThat(anna.desk().toast(WAITING)).isVisible();
        network.mend();
        var window = anna.desk().caseWindow();
        window.awaitOpen();
        assertThat(anna.desk().toast(WAITING)).isHidden();

        network.refuse();
        window.action("call").click();
        assertThat(anna.desk().toast(WAITING)).isVisible();
        network.mend();
        window.endCall();
        assertThat(anna.desk().toast(WAITING)).isHidden();

        network.refuse();
        window.choose("ANSWERED");
        window.save();
        assertThat(window.pending()).containsText("Not saved yet");
        network.mend();
        window.awaitGone();
        assertThat(server.centre().callback(callback).path("attemptCount").asInt())
                .isEqualTo(1);
    }
}
