package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of the desk as the server draws them; what their scripts do is tested in a browser. */
@RingbackTest
class DeskPageTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String list;
    private String agent;
    private WebSession browser;

    @BeforeEach
    void anAgentAtTheDesk() {
        list = centre.list();
        agent = centre.agentOn(list);
        browser = centre.signedIn(agent);
        browser.page("/desk"); // with it comes the token for changes
    }

    @Test
    void theDeskShowsTheAgentTheListsAndWhatIsReceived() {
        var page = html(browser.page("/desk"));

        assertThat(page).contains("Test " + agent, "List " + list, "Receiving service calls, no callbacks");
        assertThat(page).contains("role=\"switch\"", "aria-checked=\"false\"");
        assertThat(page).doesNotContain("id=\"case\"", "??");
    }

    @Test
    void theCaseWindowShowsWhatIsKnownOfTheCaller() {
        centre.request(list, "+358401234567", Map.of("callerName", "\"Ville\"", "attributes", "{\"order\":\"4711\"}"));
        centre.receive(agent, true);

        var state = html(browser.page("/desk/state"));

        assertThat(state).contains("id=\"case\"", "Ville", "+358 40 1234567", "List " + list, "IVR choice", "4711");
        assertThat(state).contains("data-deadline=\"" + clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(state).contains("Receiving callbacks, no service calls");
    }

    @Test
    void whatACallerOrAnAgentWroteIsShownAsText() {
        var script = "<script>alert(1)</script>";
        centre.request(list, centre.newNumber(), Map.of("callerName", Centre.quoted(script)));
        centre.receive(agent, true);
        centre.call(agent);
        centre.save(agent, "BUSY", Map.of("note", Centre.quoted(script)));
        clock.advance(Duration.ofMinutes(6));
        centre.receive(agent, false);
        centre.receive(agent, true);

        var state = html(browser.page("/desk/state"));

        assertThat(state)
                .contains("id=\"case\"", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain(script);
    }

    @Test
    void theEndOfAReceptionSaysWhyUntilItBeginsAgain() {
        centre.receive(agent, true);
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/agents/%s/stop".formatted(agent), "{\"reason\":\"team meeting\"}");

        assertThat(html(browser.page("/desk/state"))).contains("Receiving was stopped by a supervisor", "team meeting");
        centre.receive(agent, true);
        assertThat(html(browser.page("/desk/state"))).doesNotContain("id=\"notice\"");
    }

    @Test
    void anOpenedListShowsItsUsersAndOnlyTheAgentsOwnTickCanBeSet() {
        var colleague = centre.agentOn(list);

        var state = html(browser.page("/desk/state?open=" + list));

        assertThat(state).contains("Test " + colleague);
        assertThat(tick(state, colleague)).contains("disabled");
        assertThat(tick(state, agent)).doesNotContain("disabled");
        assertThat(html(browser.page("/desk/state"))).doesNotContain("Test " + colleague);
    }

    @Test
    void listsOfOthersAreNotOpened() {
        var foreign = centre.list();
        var stranger = centre.agentOn(foreign);

        assertThat(html(browser.page("/desk/state?open=" + foreign))).doesNotContain("Test " + stranger);
    }

    @Test
    void onlySupervisorsAndAdministratorsSeeWhoCouldBeGivenAccess() {
        var leader = centre.signedIn(centre.person("AGENT", "SUPERVISOR"));
        var path = "/desk/lists/%s/people".formatted(list);

        assertThat(browser.page(path).status()).isEqualTo(403);
        assertThat(html(leader.page(path))).contains("Users of List " + list, "member-" + agent);
    }

    @Test
    void aSaveOfThePageIsAnsweredWithTheDeskAndTheNextCase() {
        centre.request(list, "+358401111111");
        centre.request(list, "+358402222222");
        centre.receive(agent, true);
        centre.call(agent);

        var saved = browser.call("POST", "/desk/case/outcome", answered());

        assertThat(html(saved)).contains("id=\"desk\"", "id=\"case\"", "+358 40 2222222");
        assertThat(saved.body())
                .contains("data-version=\"" + centre.desk(agent).path("version").asText());
    }

    @Test
    void aSaveOfThePageThatIsSentAgainIsDoneOnce() {
        centre.request(list, centre.newNumber());
        var next = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        var outcome = answered();

        html(save(outcome, "key of the page"));
        var again = save(outcome, "key of the page");

        assertThat(html(again)).contains("id=\"case\"");
        assertThat(centre.callback(next).path("status").asText()).isEqualTo("ALLOCATED");
    }

    @Test
    void aSaveOfThePageThatIsRefusedSaysWhyAsDataAndLosesNothing() {
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        var outcome = answered();
        var late = outcome.replace("ANSWERED\"", "BUSY\",\"retryAt\":\"2001-01-01T00:00:00Z\"");

        var refused = browser.call("POST", "/desk/case/outcome", late);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("retryAt");
        html(browser.call("POST", "/desk/case/outcome", outcome));
        html(browser.call("POST", "/desk/case/outcome", outcome));
        var other = outcome.replace("ANSWERED", "BUSY");
        assertThat(browser.call("POST", "/desk/case/outcome", other).status()).isEqualTo(409);
    }

    @Test
    void theDeskIsForAgents() {
        assertThat(centre.signedIn(centre.person("SUPERVISOR")).page("/desk").status())
                .isEqualTo(403);
        assertThat(centre.signedIn(centre.person("SUPERVISOR"))
                        .page("/desk/state")
                        .status())
                .isEqualTo(403);
    }

    private String answered() {
        var allocation = centre.desk(agent).at("/case/allocationId").asText();
        return "{\"allocationId\":\"%s\",\"callStatus\":\"ANSWERED\"}".formatted(allocation);
    }

    private Http.Answer save(String outcome, String key) {
        return browser.send(browser.script("/desk/case/outcome")
                .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").orElse(""))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(outcome))
                .build());
    }

    private static String tick(String state, String agentId) {
        var id = state.indexOf("-" + agentId + "\"");
        return state.substring(state.lastIndexOf("<input", id), state.indexOf(">", id));
    }

    private static String html(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
