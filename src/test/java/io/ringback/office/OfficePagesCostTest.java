package io.ringback.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.BusyCentre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import io.ringback.support.WebSession;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of supervisors and administrators cost the database does not grow with the centre. */
@RingbackTest
@Import(StatementLog.class)
class OfficePagesCostTest {

    private static final List<String> PAGES = List.of(
            "/supervision",
            "/supervision/board/state",
            "/supervision?q=agent",
            "/supervision?sort=name&lists=2&agents=2",
            "/supervision/lists",
            "/supervision/lists/_all?sort=open",
            "/supervision/lists?q=sales&page=2",
            "/admin/people",
            "/admin/people?text=agent&sort=LAST_SIGN_IN",
            "/supervision/cases?listId=",
            "/supervision/wallboard");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StatementLog statements;

    @Autowired
    private MovableClock clock;

    @LocalServerPort
    private int port;

    private BusyCentre centre;
    private WebSession viewer;

    @BeforeEach
    void aSmallCentre() {
        centre = new BusyCentre(jdbc, "w" + Long.toString(System.nanoTime(), Character.MAX_RADIX));
        centre.addViewer();
        centre.addLists(3);
        centre.addPeople(4);
        centre.letHalfReceive();
        centre.addCallbacks(12);
        viewer = WebSession.at(port);
        viewer.signIn(centre.viewer(), BusyCentre.PASSWORD);
    }

    @Test
    void aPageCostsAsManyStatementsForSixtyListsAsForThree() {
        PAGES.forEach(viewer::page); // whatever is asked for once and kept
        var small = cost();

        centre.addLists(57);
        centre.addPeople(76);
        centre.letHalfReceive();
        centre.addCallbacks(300);
        var large = cost();

        assertThat(large).isEqualTo(small);
        assertThat(large.values()).allMatch(count -> count <= 12);
    }

    private Map<String, Integer> cost() {
        var cost = new LinkedHashMap<String, Integer>();
        for (var page : PAGES) {
            clock.advance(Duration.ofMinutes(1)); // the board is counted anew
            var address = page.endsWith("listId=") ? page + centre.list() : page; // of others an agent may hold some
            cost.put(
                    page,
                    statements
                            .during(() -> assertThat(viewer.page(address).status())
                                    .as(page)
                                    .isEqualTo(200))
                            .size());
        }
        return cost;
    }
}
