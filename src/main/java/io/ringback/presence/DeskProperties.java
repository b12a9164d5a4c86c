package io.ringback.presence;

import io.ringback.platform.run.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a lost desk is told from a slow one.
 *
 * @param grace how long nothing need be heard of the desk of a receiving agent before receiving is stopped, and until
 *     somebody of whom nothing is heard counts as gone; several heartbeats, which come every 15 s
 */
@ConfigurationProperties("ringback.desk")
public record DeskProperties(@DefaultValue("PT60S") Duration grace) {

    public DeskProperties {
        SettingRules.expectPositive("ringback.desk.grace", grace);
    }
}
