package io.ringback.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.platform.database.DataFolderSpace.Space;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the disk of an embedded database, by the megabytes that are left of it. */
class DataFolderWatchTest {

    @ParameterizedTest(name = "{0} MB of {1} MB")
    @CsvSource({
        "50000, 100000, false, UP",
        "10000, 100000, false, UP",
        "9999,  100000, true,  UP",
        "64,    100000, true,  UP",
        "63,    100000, true,  OUT_OF_SERVICE",
        "0,     100000, true,  OUT_OF_SERVICE",
        "60,    100,    true,  OUT_OF_SERVICE",
        "0,     0,      true,  OUT_OF_SERVICE"
    })
    void isShortBelowATenthAndOutOfServiceBeforePostgresqlEnds(long free, long total, boolean isShort, String status) {
        var health = DataFolderWatch.health(new Space(free << 20, total << 20));

        assertThat(health.getStatus().getCode()).isEqualTo(status);
        assertThat(health.getDetails())
                .containsEntry("short", isShort)
                .containsEntry("free", free << 20)
                .containsEntry("total", total << 20);
    }
}
