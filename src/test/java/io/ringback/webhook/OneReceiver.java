package io.ringback.webhook;

import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A receiver, and a list without callers; what happens there is sent when the test says so. */
@RingbackTest
abstract class OneReceiver {

    final EventReceiver receiver = EventReceiver.start();

    @Autowired
    Centre centre;

    @Autowired
    OutgoingEvents events;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Hooks hooks;
    String list;

    @BeforeEach
    void aListWithoutCallers() {
        hooks = new Hooks(centre);
        list = centre.list();
        events.runOnce();
    }

    @AfterEach
    void close() {
        jdbc.sql("DELETE FROM ringback.webhook").update();
        receiver.close();
    }
}
