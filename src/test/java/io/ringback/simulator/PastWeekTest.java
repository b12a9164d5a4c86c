package io.ringback.simulator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.CallbackStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastWeekTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    /** At midnight, around noon, on both days when clocks are set, at the end of a year and of February. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T22:00:00Z",
                "2026-05-20T10:11:12Z",
                "2026-03-29T00:30:00Z",
                "2026-10-25T01:30:00Z",
                "2027-01-01T00:00:01Z",
                "2028-03-01T03:00:00Z"
            })
    void everyCaseIsOverAndItsTimesAreInOrder(String seenFrom) {
        var now = Instant.parse(seenFrom);

        var cases = week(now);

        assertThat(cases).hasSizeGreaterThan(400);
        assertThat(cases).allSatisfy(one -> {
            var closedAt = requireNonNull(one.closedAt);
            assertThat(one.status).isIn(CallbackStatus.RESOLVED, CallbackStatus.EXPIRED, CallbackStatus.CANCELLED);
            assertThat(closedAt).isBetween(one.createdAt, now);
            assertThat(one.eligibleAt).isBetween(one.createdAt, one.expiresAt());
            assertThat(one.createdAt).isAfter(now.minus(Duration.ofDays(PastWeek.DAYS + 1)));
            assertThat(one.events).isSortedAccordingTo(Comparator.comparing(PastCase.Event::at));
            assertThat(one.events.get(one.events.size() - 1).at()).isEqualTo(closedAt);
        });
    }

    @Test
    void nobodyCallsTwoPeopleAtOnceAndTheTrailHangsTogether() {
        var cases = week(Instant.parse("2026-05-20T10:11:12Z"));

        var attempts = new HashMap<String, List<PastCase.Attempt>>();
        for (var one : cases) {
            one.attempts.forEach(attempt -> attempts.computeIfAbsent(attempt.agent(), key -> new ArrayList<>())
                    .add(attempt));
            for (int next = 1; next < one.events.size(); next++) {
                assertThat(one.events.get(next).from())
                        .as("%s", one.events)
                        .isEqualTo(one.events.get(next - 1).to());
            }
        }

        assertThat(attempts.keySet()).containsExactlyInAnyOrderElementsOf(PastWeek.AGENTS);
        attempts.values().forEach(of -> {
            of.sort(Comparator.comparing(PastCase.Attempt::startedAt));
            for (int next = 1; next < of.size(); next++) {
                assertThat(of.get(next).startedAt())
                        .isAfterOrEqualTo(of.get(next - 1).endedAt());
            }
        });
    }

    @Test
    void allKindsOfEndsAreThere() {
        var ends = new HashSet<>();

        week(Instant.parse("2026-05-20T10:11:12Z"))
                .forEach(one ->
                        ends.add(one.events.get(one.events.size() - 1).told().type()));

        assertThat(ends).containsExactlyInAnyOrder("RESOLVED", "EXPIRED", "CANCELLED", "GIVEN_UP");
    }

    @Test
    void mostPeopleAreCalledInTimeButNotAll() {
        var cases = week(Instant.parse("2026-05-20T10:11:12Z"));

        var late = cases.stream()
                .filter(one -> !one.attempts.isEmpty()
                        && one.attempts.get(0).startedAt().isAfter(one.dueAt()))
                .count();

        assertThat(late).isBetween(10L, cases.size() / 4L);
    }

    private static List<PastCase> week(Instant now) {
        return new PastWeek(new Random(now.getEpochSecond()), ZONE, List.of("sales", "support")).until(now);
    }
}
