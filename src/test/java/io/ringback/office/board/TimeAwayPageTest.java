package io.ringback.office.board;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The report of how long agents were away, as it comes from the server. */
@RingbackTest
class TimeAwayPageTest {

    private static final String PAGE = "/supervision/time-away";

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private WebSession supervisor;
    private String agent;

    @BeforeEach
    void anAgentWhoWasAtLunchForHalfAnHour() {
        centre.list();
        supervisor = centre.signedIn(centre.person("SUPERVISOR"));
        agent = centre.person("AGENT");
        clock.set(LocalDate.ofInstant(clock.instant(), ZONE)
                .plusDays(1)
                .atTime(12, 0)
                .atZone(ZONE)
                .toInstant());
        be("{'availability':'DO_NOT_DISTURB','reason':'lunch'}");
        clock.advance(Duration.ofMinutes(30));
        be("{'availability':'AVAILABLE'}");
    }

    @Test
    void tellsHowLongAndFromWhenToWhen() {
        var shown = supervisor.page(PAGE + "?q=" + agent).body();

        assertThat(shown).contains("data-agent=\"%s\"".formatted(agent), "Lunch", "30\u00a0min", ">12:00<", ">12:30<");
    }

    @Test
    void leavesOutOtherAgentsAndOtherDays() {
        var row = "data-agent=\"%s\"".formatted(agent);

        assertThat(supervisor.page(PAGE + "?q=somebody-else").body()).doesNotContain(row);
        assertThat(supervisor.page(PAGE + "?from=2001-01-01&to=2001-01-02").body())
                .doesNotContain(row);
        assertThat(supervisor.page(PAGE).body()).contains(row);
    }

    /** Whatever is not understood is taken for the last seven days. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2026-02-30",
                "from=9999999-01-01",
                "from=%2B999999999-12-31",
                "to=0000-00-00",
                "from=2030-01-02&to=2030-01-01",
                "page=0",
                "page=-1",
                "page=99999999999999999999",
                "page=x",
                "q=%25",
                "q=%27%3B--"
            })
    void neverFailsForWhatStandsInItsAddress(String query) {
        assertThat(supervisor.page(PAGE + "?" + query).status()).isEqualTo(200);
    }

    @Test
    void isForSupervisorsAndAuditors() {
        assertThat(centre.signedIn(centre.person("AUDITOR")).page(PAGE).status())
                .isEqualTo(200);
        assertThat(centre.signedIn(agent).page(PAGE).status()).isEqualTo(403);
        assertThat(centre.signedIn(centre.person("ADMIN")).page(PAGE).status()).isEqualTo(403);
    }

    private void be(String availability) {
        assertThat(centre.as(agent)
                        .put("/api/v1/desk/availability", json(availability))
                        .status())
                .isEqualTo(200);
    }
}
