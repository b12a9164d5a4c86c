package io.ringback.intake;

import io.ringback.platform.problem.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Refuses further requests of a number that has made very many of late. Counted are its stored requests, on all lists and
 * from all nodes, one request after the other.
 */
@Component
class NumberLimit {

    private final JdbcRequestsOfNumber rows;
    private final IntakeProperties properties;
    private final Clock clock;

    NumberLimit(JdbcRequestsOfNumber rows, IntakeProperties properties, Clock clock) {
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction, until whose end no other request of the number is counted.
     *
     * @throws TooManyRequests when the number has had its share
     */
    void check(String phoneNumber) {
        if (properties.mostPerNumber() == 0) {
            return;
        }
        var now = clock.instant();
        rows.lockAndFind(phoneNumber, properties.mostPerNumber(), now.minus(properties.window()))
                .ifPresent(oldest -> {
                    var wait = Duration.between(now, oldest.plus(properties.window()));
                    throw new TooManyRequests(
                            "This number has made %s requests within %s. Try again in %s seconds."
                                    .formatted(
                                            properties.mostPerNumber(),
                                            properties.window(),
                                            TooManyRequests.seconds(wait)),
                            wait);
                });
    }
}
