package io.ringback.operations;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Prometheus scrapes, and that the dashboard and the alerts ask for nothing else. */
@RingbackTest
class MetricsTest {

    private static final Path DASHBOARD = Path.of("docs/operations/grafana-dashboard.json");
    private static final Path ALERTS = Path.of("docs/operations/alerts.yaml");
    private static final Pattern METRIC =
            Pattern.compile("(?<![\\w.])(ringback|http|hikaricp|jvm|process|system|executor)_[a-z0-9_]+");

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Test
    void callbacksAreCountedByListWithoutPersonalData() {
        var list = centre.list();
        var number = centre.newNumber();
        centre.request(list, number);
        centre.request(list, centre.newNumber());
        centre.receive(centre.agentOn(list), true);
        clock.advance(Duration.ofMinutes(1));

        var scrape = scrape();

        assertThat(scrape)
                .contains(
                        "ringback_callbacks_waiting{list=\"%s\"} 1.0".formatted(list),
                        "ringback_callbacks_held{list=\"%s\"} 1.0".formatted(list),
                        "ringback_callbacks_scheduled{list=\"%s\"} 0.0".formatted(list),
                        "ringback_callbacks_overdue{list=\"%s\"} 0.0".formatted(list),
                        "ringback_figures_available 1.0")
                .doesNotContain(number, "Test agent");
    }

    /** Whoever can reach the server could otherwise make one series after the other, until memory ends. */
    @Test
    void strangersMakeNoNewSeries() {
        var caller = centre.as(centre.person("ADMIN", "AUDITOR"));
        var methods = List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW", "FOO1", "FOO2", "get");
        for (int i = 0; i < 30; i++) {
            for (var path : List.of(
                    "/api/v1/nothing%d",
                    "/nothing%d",
                    "/assets/nothing%d.js",
                    "/vendor/%d/x.js",
                    "/api/v1/lists/no%d",
                    "/api/v1/exports/no%d.csv",
                    "/swagger-ui/no%d",
                    "/v3/api-docs/no%d",
                    "/actuator/no%d",
                    "/webjars/no%d/1/x.js",
                    "/api/v1/callbacks/%d;a=b",
                    "/%%2e%%2e/%d")) {
                for (var who : List.of(caller, centre.server())) {
                    var request = who.request(path.formatted(i)).method(methods.get(i % methods.size()), noBody());
                    who.statusOf(request.build());
                }
            }
        }

        var requests = scrape().lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .toList();

        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .doesNotContainPattern("(nothing|no)[0-9]")
                        .doesNotContain("BREW", "FOO", "\"get\""));
    }

    @Test
    void figuresMayBeAFewSecondsOld() {
        var list = centre.list();
        clock.advance(Duration.ofMinutes(1));
        scrape();

        centre.request(list, centre.newNumber());

        assertThat(scrape()).contains("ringback_callbacks_waiting{list=\"%s\"} 0.0".formatted(list));
        clock.advance(Duration.ofSeconds(10));
        assertThat(scrape()).contains("ringback_callbacks_waiting{list=\"%s\"} 1.0".formatted(list));
    }

    @Test
    void figuresCountedWhileTheClockWasAheadAreNotKept() {
        var list = centre.list();
        var rightTime = clock.instant();
        clock.advance(Duration.ofDays(3));
        scrape();

        clock.set(rightTime);
        centre.request(list, centre.newNumber());

        assertThat(scrape()).contains("ringback_callbacks_waiting{list=\"%s\"} 1.0".formatted(list));
    }

    @Test
    void whatHappensIsCountedAndTimed() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var before = scrape();
        centre.request(list, centre.newNumber());
        clock.advance(Duration.ofSeconds(20));
        centre.receive(agent, true);
        centre.receive(agent, false);
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED");

        var after = scrape();

        assertThat(more(before, after, "ringback_callbacks_requested_total")).isEqualTo(1);
        assertThat(more(before, after, "ringback_callbacks_offered_total")).isEqualTo(2);
        assertThat(more(before, after, "ringback_callbacks_released_total")).isEqualTo(1);
        assertThat(more(before, after, "ringback_callbacks_resolved_total")).isEqualTo(1);
        assertThat(more(before, after, "ringback_callbacks_saved_total{call_status=\"ANSWERED\"}"))
                .isEqualTo(1);
        assertThat(more(before, after, "ringback_time_to_offer_seconds_count")).isEqualTo(1);
        assertThat(more(before, after, "ringback_time_to_offer_seconds_sum")).isEqualTo(20);
        assertThat(more(before, after, "ringback_time_to_offer_seconds_bucket{le=\"10.0\"}"))
                .isZero();
        assertThat(more(before, after, "ringback_time_to_offer_seconds_bucket{le=\"30.0\"}"))
                .isEqualTo(1);
    }

    @Test
    void theDashboardAndTheAlertsAskForWhatIsThere() throws IOException {
        var asked = names(Files.readString(DASHBOARD));
        asked.addAll(names(Files.readString(ALERTS)));

        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(names(scrape())).containsAll(asked);
    }

    @Test
    void theDashboardShowsEveryFigureOfOurs() throws IOException {
        var shown = names(Files.readString(DASHBOARD));

        assertThat(names(scrape()).stream()
                        .filter(name -> name.startsWith("ringback_"))
                        .filter(name -> !name.matches(".*_(sum|count|max|available)")))
                .isSubsetOf(shown);
    }

    private String scrape() {
        var answer = centre.as(centre.person("INTEGRATOR")).get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static double more(String before, String after, String series) {
        return value(after, series) - value(before, series);
    }

    private static double value(String scrape, String series) {
        return scrape.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }

    private static Set<String> names(String text) {
        var lines = text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        return METRIC.matcher(lines).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
