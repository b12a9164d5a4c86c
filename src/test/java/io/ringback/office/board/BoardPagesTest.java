package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of the board, as they come from the server. */
@RingbackTest
class BoardPagesTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private WebSession supervisor;
    private WebSession auditor;

    @BeforeEach
    void twoWhoMayLook() {
        supervisor = centre.signedIn(centre.person("SUPERVISOR"));
        auditor = centre.signedIn(centre.person("AUDITOR"));
    }

    @Test
    void refuseWhatNobodyCanHaveTyped() {
        assertThat(supervisor.page("/supervision?q=%00").status()).isEqualTo(400);
        assertThat(supervisor.page("/supervision/board/state?q=%00").status()).isEqualTo(400);
        assertThat(supervisor.page("/supervision/wallboard?lists=%00").status()).isEqualTo(400);
    }

    @Test
    void supervisorsStopAgentsAndAuditorsDoNot() {
        var agent = centre.agentOn(centre.list());
        centre.receive(agent, true);
        clock.advance(Duration.ofSeconds(1));
        var button = "hx-post=\"/api/v1/agents/%s/stop\"".formatted(agent);

        assertThat(page(supervisor, "/supervision?q=" + agent)).contains(button);
        assertThat(page(auditor, "/supervision?q=" + agent)).contains(agent).doesNotContain("hx-post");
    }

    @Test
    void listsAreFoundByNameAndState() {
        var quiet = centre.list(Map.of("name", "\"Quiet Quokka\""));
        var busy = centre.list(Map.of("name", "\"Busy Quokka\""));
        centre.request(busy, centre.newNumber());
        clock.advance(Duration.ofMinutes(30));

        assertThat(page(supervisor, "/supervision?q=quokka")).contains(row(quiet), row(busy));
        assertThat(page(supervisor, "/supervision?q=QUIET"))
                .contains(row(quiet))
                .doesNotContain(row(busy));
        assertThat(page(supervisor, "/supervision?q=quokka&show=open"))
                .contains(row(busy))
                .doesNotContain(row(quiet));
        assertThat(page(supervisor, "/supervision?q=quokka&show=trouble")).doesNotContain(row(busy), row(quiet));
        clock.advance(Duration.ofMinutes(30));
        assertThat(page(supervisor, "/supervision?q=quokka&show=trouble")).contains(row(busy));
    }

    @Test
    void troubleComesFirst() {
        var calm = centre.list(Map.of("name", "\"Aardvark calm\""));
        var late = centre.list(Map.of("name", "\"Aardvark late\""));
        centre.request(late, centre.newNumber());
        clock.advance(Duration.ofHours(2));

        assertThat(page(supervisor, "/supervision?q=aardvark")).containsSubsequence(row(late), row(calm));
        assertThat(page(supervisor, "/supervision?q=aardvark&sort=name")).containsSubsequence(row(calm), row(late));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%25%27%3Cscript%3E",
                "lists=0",
                "lists=-1",
                "lists=99999999999",
                "agents=x",
                "show=nothing",
                "sort=%0A&who=%0D"
            })
    void oddWishesAreTakenForUsualOnes(String query) {
        assertThat(supervisor.page("/supervision?" + query).status()).isEqualTo(200);
        assertThat(supervisor.page("/supervision/board/state?" + query).status())
                .isEqualTo(200);
        assertThat(supervisor.page("/supervision/wallboard?" + query).status()).isEqualTo(200);
    }

    @Test
    void theWallShowsTheListsAskedFor() {
        var one = centre.list();
        var other = centre.list();
        clock.advance(Duration.ofSeconds(1));

        var wall = page(supervisor, "/supervision/wallboard?lists=%s,nobody".formatted(one));

        assertThat(wall).contains("id=\"wall-%s\"".formatted(one)).doesNotContain("id=\"wall-%s\"".formatted(other));
        assertThat(page(auditor, "/supervision/wallboard/state?lists=" + other))
                .contains("id=\"wall-%s\"".formatted(other));
        assertThat(page(supervisor, "/supervision/wallboard?lists=nobody")).contains("There is no list to show.");
    }

    @Test
    void theBoardIsForThoseWhoSupervise() {
        var agent = centre.signedIn(centre.person("AGENT"));

        assertThat(agent.page("/supervision").status()).isEqualTo(403);
        assertThat(agent.page("/supervision/wallboard").status()).isEqualTo(403);
    }

    @Test
    void chartsOfAListThatIsNotThereAreNotFound() {
        assertThat(supervisor.page("/supervision/lists/nobody/charts").status()).isEqualTo(404);
    }

    private static String page(WebSession browser, String path) {
        var answer = browser.page(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String row(String list) {
        return "id=\"list-%s\"".formatted(list);
    }
}
