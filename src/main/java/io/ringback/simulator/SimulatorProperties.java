package io.ringback.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulator's settings.
 *
 * @param enabled whether there is a simulator; null: only with the embedded database
 * @param password of the accounts it uses: {@code ivr}, {@code bo} and {@code cai}
 * @param pace how long ringing, talk and thinking take, compared with the usual few seconds; 1 is usual, 0.1 ten times
 *     as fast
 * @param voicemails what part of the made-up callers leaves a voicemail: from 0, nobody, to 1, everybody
 * @param pastWeek whether an empty embedded database begins with a week of past days
 */
@ConfigurationProperties("ringback.simulator")
record SimulatorProperties(
        @Nullable Boolean enabled,
        @DefaultValue("demo") String password,
        @DefaultValue("1") double pace,
        @DefaultValue("0.3") double voicemails,
        @DefaultValue("true") boolean pastWeek) {

    SimulatorProperties {
        if (!(pace > 0 && pace <= 100)) {
            throw new IllegalArgumentException(
                    "ringback.simulator.pace: expected more than 0 and at most 100, but it is " + pace);
        }
        if (!(voicemails >= 0 && voicemails <= 1)) {
            throw new IllegalArgumentException(
                    "ringback.simulator.voicemails: expected 0 to 1, but it is " + voicemails);
        }
    }
}
