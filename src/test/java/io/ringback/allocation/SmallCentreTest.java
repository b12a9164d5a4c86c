package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.allocation.SmallCentre.Waiter;
import io.ringback.allocation.SmallCentre.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The order of allocation as a table. Callbacks are written as their list and then what is not usual of them, in minutes
 * from now: {@code p} for the priority, {@code c} created, {@code e} eligible, {@code u} offered until, {@code x} expires,
 * {@code s} set aside, {@code a} agreed on with the caller, {@code r} given back by Anna.
 */
class SmallCentreTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Pattern PART = Pattern.compile("([a-z])(-?[0-9]*)");

    @ParameterizedTest
    @CsvSource({
        "a:p-2 a:p-3 a:p-1,             2",
        "a:p-2 b:p-3 a:p-1,             2",
        "a:p-2 c:p-3 a:p-1,             1",
        "a:p-2c-1 a:p-2c-2,             2",
        "a:p-2c-1 a:p-2c-1,             1",
        "a:p-9e1 a:p-1,                 2",
        "a:p-9e0 a:p-1,                 1",
        "a:p-9x0 a:p-1,                 2",
        "a:p-9x1 a:p-1,                 1",
        "a:p-9u0 a:p-1,                 2",
        "a:p-9u1 a:p-1,                 1",
        "a:p-9s a:p-1,                  2",
        "a:p-9r a:p-1,                  2",
        "b:p-9r a:p-1,                  1",
        "a:p5,                          1",
        "a:p-9 a:p5a,                   2",
        "a:p-9 b:p5a,                   2",
        "a:p-9 a:p5ae1,                 1",
        "a:p5ae-1 a:p5ae-2,             2",
        "a:p-9ae-1 a:p5ae-2,            2",
        "a:p-9r a:p5ar,                 ",
        "c:p-9,                         "
    })
    void annaOnTheListsAAndBWhileBoIsIdleOnAGetsTheOldest(String callbacks, @Nullable Integer taken) {
        var anna = new Waiter("anna", NOW, Set.of("a", "b"));
        var bo = new Waiter("bo", NOW, Set.of("a"));
        var all = callbacks(callbacks);

        var next = new SmallCentre(List.of("a", "b", "c"), all, List.of(anna, bo)).next(anna, NOW);

        assertThat(next.map(callback -> all.indexOf(callback) + 1).orElse(null)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "anna:-1:a bo:-2:a,      bo anna",
        "anna:-1:a bo:-1:a,      anna bo",
        "bo:-1:a anna:-1:a,      anna bo",
        "anna:-1:b bo:-2:a,      bo",
        "anna:-1: bo:-2:,        ''",
        "anna::a bo:-2:a,        bo"
    })
    void ofTheAgentsWithWorkTheLongestIdleComesFirst(String agents, String order) {
        var waiters = Stream.of(agents.split(" ")).map(SmallCentreTest::agent).toList();

        var idle = new SmallCentre(List.of("a", "b"), callbacks("a:p-1"), waiters).idleWithWork(NOW);

        assertThat(String.join(" ", idle.stream().map(Waiter::id).toList())).isEqualTo(order);
    }

    private static Waiter agent(String written) {
        var parts = written.split(":", -1);
        return new Waiter(
                parts[0],
                parts[1].isEmpty() ? null : minutes(parts[1]),
                parts[2].isEmpty() ? Set.of() : Set.of(parts[2]));
    }

    private static List<Waiting> callbacks(String written) {
        var all = new ArrayList<Waiting>();
        for (var each : written.split(" ")) {
            all.add(callback(each, new UUID(0, all.size())));
        }
        return all;
    }

    private static Waiting callback(String written, UUID id) {
        var created = minutes("-5");
        var eligible = minutes("-5");
        @Nullable Instant until = null;
        var expires = minutes("60");
        var priority = NOW;
        var setAside = false;
        var agreed = false;
        @Nullable String releasedBy = null;
        var parts = PART.matcher(written.substring(2));
        while (parts.find()) {
            switch (parts.group(1)) {
                case "p" -> priority = minutes(parts.group(2));
                case "c" -> created = minutes(parts.group(2));
                case "e" -> eligible = minutes(parts.group(2));
                case "u" -> until = minutes(parts.group(2));
                case "x" -> expires = minutes(parts.group(2));
                case "s" -> setAside = true;
                case "a" -> agreed = true;
                default -> releasedBy = "anna";
            }
        }
        return new Waiting(
                id,
                written.substring(0, 1),
                false,
                setAside,
                created,
                eligible,
                until,
                expires,
                priority,
                0,
                agreed,
                releasedBy,
                null,
                null,
                null);
    }

    private static Instant minutes(String minutes) {
        return NOW.plus(Duration.ofMinutes(Long.parseLong(minutes)));
    }
}
