package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RestartableServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People work as usual with a server that is found below a path. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class ContextPathBrowserTest {

    private RestartableServer server;

    @BeforeEach
    void start() {
        server = RestartableServer.started("--server.servlet.context-path=/desk");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAgentWorksOffACaseAndSignsOut(Browsers browsers) {
        var list = server.centre().list();
        var callback = server.centre().request(list, server.centre().newNumber());
        var anna = browsers.open(server.centre().agentOn(list), Look.usual(), server.address());

        anna.signInAt("/desk/desk");
        anna.desk().startReceiving();
        var window = anna.desk().caseWindow();
        window.call();
        window.endCall();
        window.choose("ANSWERED");
        window.save();
        window.awaitGone();

        assertThat(server.centre().callback(callback).path("status").asText()).isEqualTo("RESOLVED");
        anna.desk().signOut();
        assertThat(anna.page()).hasURL(Pattern.compile("/desk/login\\?signedOut"));
    }

    @Test
    void aSupervisorChangesAListAndTheBoardGoesOn(Browsers browsers) {
        var list = server.centre().list();
        var sam = browsers.open(server.centre().person("SUPERVISOR"), Look.usual(), server.address());

        sam.signInAt("/desk/supervision/lists/" + list);
        sam.page().locator("input[name=name]").fill("Renamed");
        sam.page().locator("input[name=name]").press("Enter");
        assertThat(sam.page().locator("#done")).containsText("Saved.");
        assertThat(sam.page()).hasURL(Pattern.compile("/desk/supervision/lists/" + list + "$"));

        sam.go("/desk/supervision");
        assertThat(sam.page().locator("#board")).containsText("Renamed");
        server.centre().request(list, server.centre().newNumber());
        assertThat(sam.page().locator("#list-" + list + " [data-number=openCases]"))
                .hasText("1");
    }
}
