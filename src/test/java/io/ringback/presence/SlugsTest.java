package io.ringback.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {

    @ParameterizedTest(name = "{0} beside {1}: {2}")
    @CsvSource({
        "Lunch, '', lunch",
        "First aid, '', first-aid",
        "  Team -- meeting!  , '', team-meeting",
        "Möte, '', mote",
        "Työpaikkakoulutus, '', tyopaikkakoulutus",
        "24/7, '', 24-7",
        "午餐, '', reason",
        "!, '', reason",
        "!, reason, reason-2",
        "Lunch, lunch, lunch-2",
        "Lunch, lunch lunch-2, lunch-3",
        "İŞ, '', is",
        "a name that is so long that nobody would type it, '', a-name-that-is-so-long-that-nobody-would"
    })
    void anIdRemindsOfTheNameAndIsNotTaken(String name, String taken, String expected) {
        assertThat(Slugs.of(name, List.of(taken.split(" "))))
                .isEqualTo(expected)
                .matches("[a-z0-9][a-z0-9-]{0,62}");
    }
}
