package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Charts show, hour by hour and day by day, what the callers and agents of a list have done. */
@RingbackTest
class ChartsTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Charts charts;

    @Autowired
    private QuarterHours quarterHours;

    private String list;
    private String agent;
    private LocalDate today;

    /** Three requests at nine, one of them resolved before ten, another late at eleven; one request more at eleven. */
    @BeforeEach
    void aMorning() {
        today = clock.instant().atZone(HELSINKI).toLocalDate().plusDays(1);
        list = centre.list();
        agent = centre.agentOn(list);
        moveTo(9, 10);
        for (int i = 0; i < 3; i++) {
            centre.request(list, centre.newNumber());
        }
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED");
        moveTo(11, 20);
        centre.request(list, centre.newNumber());
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED");
        moveTo(11, 50);
    }

    @Test
    void eachHourHasItsRequestsAndWhatWasHandled() {
        var hours = lastThree(charts.of(list).hours());

        assertThat(hours).extracting(line -> line.counts().arrived()).containsExactly(3L, 0L, 1L);
        assertThat(hours).extracting(line -> line.counts().resolved()).containsExactly(1L, 0L, 1L);
        assertThat(hours).extracting(ChartLine::running).containsExactly(false, false, true);
    }

    @Test
    void theBacklogIsWhatWasOpenAtTheEndOfEachHour() {
        assertThat(lastThree(charts.of(list).hours()))
                .extracting(ChartLine::backlog)
                .containsExactly(2L, 2L, 2L);
        assertThat(charts.of(list).hours().get(0).backlog()).isZero();
    }

    @Test
    void punctualityIsThatOfTheFirstCallsOfTheHour() {
        assertThat(lastThree(charts.of(list).hours()))
                .extracting(line -> line.counts().shareCalledBeforeDue())
                .containsExactly(1.0, null, 0.0);
    }

    @Test
    void aDayIsTheSumOfItsHours() {
        moveTo(23, 59);
        var days = charts.of(list).days();

        assertThat(days).hasSize(14);
        assertThat(days.get(13).counts().requested()).isEqualTo(4);
        assertThat(days.get(13).counts().resolved()).isEqualTo(2);
        assertThat(days.get(12).counts()).isEqualTo(BoardCounts.NONE);
    }

    @Test
    void summingUpChangesNoChart() {
        moveTo(12, 20);
        var before = charts.of(list);

        quarterHours.runOnce();

        assertThat(charts.of(list)).isEqualTo(before);
    }

    @Test
    void allListsTogetherHaveAtLeastThoseOfOne() {
        var one = lastThree(charts.of(list).hours());
        var all = lastThree(charts.ofAll().hours());

        for (int i = 0; i < 3; i++) {
            assertThat(all.get(i).counts().requested())
                    .isGreaterThanOrEqualTo(one.get(i).counts().requested());
        }
    }

    @Test
    void thePageDrawsThemAndHasThemAsATable() {
        var page = centre.signedIn(centre.person("AUDITOR"))
                .page("/supervision/lists/%s/charts".formatted(list))
                .body();

        assertThat(page)
                .contains(
                        "<svg",
                        "class=\"bar series-1\"",
                        "class=\"line\"",
                        "4 requests",
                        "2 handled",
                        "Europe/Helsinki");
        assertThat(page).containsPattern("data-column=\"arrived\"[^>]*>3<");
    }

    private static List<ChartLine> lastThree(List<ChartLine> hours) {
        return hours.subList(21, 24);
    }

    private void moveTo(int hour, int minute) {
        var time = today.atTime(hour, minute).atZone(HELSINKI).toInstant();
        clock.advance(Duration.between(clock.instant(), time));
    }
}
