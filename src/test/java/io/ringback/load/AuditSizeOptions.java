package io.ringback.load;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How large the trail is, and how often each thing is measured. Every value can be set by {@code -Dname=value}.
 *
 * @param callbacks closed ones
 * @param events of the trail, all kinds together
 * @param versions of the process that cases were worked on
 * @param open callbacks that wait meanwhile
 * @param rounds of each kind of question that is measured
 * @param phases which of them run: 1 opening, exporting and verifying, 2 searching, 3 forgetting and dropping
 * @param folder below which the data of the run is made, and thrown away
 * @param keep whether the data is left there, to be looked at
 * @param again folder that an earlier run has kept: it is measured once more, without phase 3, which changes it; null to
 *     make the data anew
 */
record AuditSizeOptions(
        int callbacks,
        int events,
        int lists,
        int agents,
        int years,
        int versions,
        int open,
        int rounds,
        String phases,
        Path folder,
        boolean keep,
        @Nullable Path again) {

    AuditSizeOptions {
        if (again != null && phases.contains("3")) {
            throw new IllegalArgumentException("-Dagain needs -Dphases without 3, which forgets what is measured");
        }
    }

    static AuditSizeOptions read() {
        var kept = System.getProperty("again");
        var again = kept == null ? null : Path.of(kept);
        return new AuditSizeOptions(
                number("callbacks", 1_000_000, 10_000_000),
                number("events", 20_000_000, 200_000_000),
                number("lists", 60, 1_000),
                number("agents", 200, 5_000),
                number("years", 3, 20),
                number("versions", 3, 9),
                number("open", 1_000, 100_000),
                number("rounds", 200, 10_000),
                System.getProperty("phases", "123"),
                Path.of(System.getProperty("folder", System.getProperty("java.io.tmpdir"))),
                Boolean.getBoolean("keep") || again != null,
                again);
    }

    private static int number(String name, int usual, int most) {
        int value = Integer.getInteger(name, usual);
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("-D%s must be 1 to %d".formatted(name, most));
        }
        return value;
    }
}
