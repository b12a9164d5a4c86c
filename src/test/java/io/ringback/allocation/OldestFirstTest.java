package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many callbacks are looked at before one is found that nobody else is taking. */
class OldestFirstTest {

    @ParameterizedTest
    @CsvSource({
        // callbacks, of which so many of the oldest are locked by others: the one taken, and how many were looked at
        "0,     0,     ,     8",
        "1,     0,     1,    8",
        "1,     1,     ,     8",
        "7,     7,     ,     8",
        "8,     7,     8,    8",
        "8,     8,     ,     8 64",
        "9,     8,     9,    8 64",
        "100,   63,    64,   8 64",
        "100,   64,    65,   8 64 512",
        "600,   512,   513,  8 64 512 4096",
        "9000,  4095,  4096, 8 64 512 4096",
        "9000,  4096,  ,     8 64 512 4096"
    })
    void theOldestThatIsFreeIsTaken(int all, int locked, @Nullable Integer taken, String lookedAt) {
        var limits = new ArrayList<String>();
        var callbacks = IntStream.rangeClosed(1, all).boxed().toList();

        var found = OldestFirst.lock(
                limit -> {
                    limits.add(Integer.toString(limit));
                    return callbacks.subList(0, Math.min(limit, all));
                },
                some -> firstFree(some, locked));

        assertThat(found).isEqualTo(Optional.ofNullable(taken));
        assertThat(String.join(" ", limits)).isEqualTo(lookedAt);
    }

    private static Optional<Integer> firstFree(List<Integer> callbacks, int locked) {
        assertThat(callbacks).as("nothing is locked in vain").isNotEmpty();
        return callbacks.stream().filter(callback -> callback > locked).findFirst();
    }
}
