package io.ringback.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What a small contact centre has done in the seven days before today, made up. Callers come from eight to five, most in
 * the late morning and fewest at weekends; three agents call them one after the other, and nobody is left open.
 */
class PastWeek {

    static final int DAYS = 7;
    static final List<String> AGENTS = List.of("anna", "bo", "cai");

    private static final int[] CALLERS_AN_HOUR = {8, 12, 16, 17, 13, 11, 13, 11, 7};

    /** From Monday on: Mondays are more than three agents can call in time. */
    private static final int[] PERCENT_A_DAY = {240, 140, 120, 180, 120, 25, 25};

    private static final int FIRST_HOUR = 8;
    private static final int CANCELLED_PERCENT = 4;
    private static final int FORGOTTEN_PERCENT = 5;

    private final RandomGenerator chance;
    private final ZoneId zone;
    private final List<String> lists;
    private final Map<String, Instant> free = new HashMap<>();

    PastWeek(RandomGenerator chance, ZoneId zone, List<String> lists) {
        this.chance = chance;
        this.zone = zone;
        this.lists = lists;
    }

    /** All of it, as seen from this moment. */
    List<PastCase> until(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var all = new ArrayList<PastCase>();
        for (int day = DAYS; day >= 1; day--) {
            var date = today.minusDays(day);
            var percent = PERCENT_A_DAY[date.getDayOfWeek().ordinal()];
            for (int hour = 0; hour < CALLERS_AN_HOUR.length; hour++) {
                var callers = (CALLERS_AN_HOUR[hour] + chance.nextInt(5)) * percent / 100;
                var from = date.atTime(FIRST_HOUR + hour, 0).atZone(zone);
                for (int caller = 0; caller < callers; caller++) {
                    all.add(request(from));
                }
            }
        }
        work(all, now);
        return all;
    }

    private PastCase request(ZonedDateTime hour) {
        var at = hour.plusSeconds(chance.nextInt(3600)).toInstant();
        var id = new UUID(chance.nextLong() & ~0xF000L | 0x4000L, chance.nextLong() & ~(3L << 62) | 1L << 63);
        return new PastCase(id, MadeUpCaller.any(chance, lists), at);
    }

    /** The agents take what has waited longest, whenever one of them is free. */
    private void work(List<PastCase> all, Instant now) {
        var waiting = new PriorityQueue<>(
                Comparator.comparing((PastCase one) -> one.eligibleAt).thenComparing(one -> one.id));
        waiting.addAll(all);
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            if (next.attempts.isEmpty() && chance.nextInt(100) < CANCELLED_PERCENT) {
                next.cancel(next.createdAt.plus(seconds(60, 1200)));
            } else if (next.attempts.isEmpty()
                    && next.expiresAt().isBefore(now)
                    && chance.nextInt(100) < FORGOTTEN_PERCENT) {
                next.expire();
            } else {
                handle(next);
            }
            if (!next.isClosed()) {
                waiting.add(next);
            }
        }
    }

    private void handle(PastCase one) {
        var agent = AGENTS.stream()
                .min(Comparator.comparing(each -> free.getOrDefault(each, Instant.MIN)))
                .orElseThrow();
        var idle = free.getOrDefault(agent, Instant.MIN);
        var from = one.eligibleAt.isAfter(idle) ? one.eligibleAt : idle;
        var allocated = from.plus(seconds(1, 240));
        var answer = one.nextAnswer();
        var call = answer == Answer.ANSWERS ? seconds(60, 420) : answer.length().plus(seconds(1, 15));
        var reading = seconds(5, 40);
        var writing = seconds(10, 60);
        one.handle(agent, allocated, reading, call, writing, delayAfter(answer));
        free.put(agent, allocated.plus(reading).plus(call).plus(writing));
    }

    /** As the retry policy that ships has it. */
    private static Duration delayAfter(Answer answer) {
        return switch (answer) {
            case NO_ANSWER -> Duration.ofMinutes(15);
            case WRONG_NUMBER -> Duration.ofHours(1);
            default -> Duration.ofMinutes(5);
        };
    }

    private Duration seconds(int least, int most) {
        return Duration.ofSeconds(least + chance.nextInt(most - least + 1));
    }
}
