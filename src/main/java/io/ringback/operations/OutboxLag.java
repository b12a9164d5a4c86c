package io.ringback.operations;

import java.time.Duration;

/** How far the deliveries to other systems are behind. The feature that delivers has a bean of this type. */
public interface OutboxLag {

    /** Deliveries that wait for their first or another try. */
    long waiting();

    /** How long the oldest of them has waited; zero when there is none. */
    Duration oldest();
}
