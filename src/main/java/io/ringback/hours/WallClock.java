package io.ringback.hours;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What clocks on the wall show somewhere. */
interface WallClock {

    LocalDateTime at(Instant moment);

    static WallClock of(ZoneId zone) {
        return moment -> LocalDateTime.ofInstant(moment, zone);
    }
}
