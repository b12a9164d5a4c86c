package io.ringback.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one number may make over the API.
 *
 * @param mostPerNumber so many within the window; 0 for no limit
 * @param window a second to a day
 */
@ConfigurationProperties("ringback.intake")
record IntakeProperties(
        @DefaultValue("100") int mostPerNumber,
        @DefaultValue("PT1H") Duration window) {

    private static final int MOST = 100_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    IntakeProperties {
        if (mostPerNumber < 0 || mostPerNumber > MOST) {
            throw new IllegalArgumentException(
                    "ringback.intake.most-per-number: expected 0 to %s, but it is %s".formatted(MOST, mostPerNumber));
        }
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "ringback.intake.window: expected %s to %s, but it is %s".formatted(SHORTEST, LONGEST, window));
        }
    }
}
