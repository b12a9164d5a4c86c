package io.ringback.allocation;

import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A list with {@link OfficeHours}, on the morning they begin with. */
@RingbackTest
abstract class OpenInOfficeHours {

    @Autowired
    Centre centre;

    @Autowired
    MovableClock clock;

    @Autowired
    Offers offers;

    @Autowired
    EngineDriver engine;

    OfficeHours hours;

    @BeforeEach
    void aListWithOfficeHours() {
        hours = new OfficeHours(centre, clock, offers);
    }

    @AfterEach
    void backToTheMorning() {
        clock.set(OfficeHours.START);
    }
}
