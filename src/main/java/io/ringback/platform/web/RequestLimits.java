package io.ringback.platform.web;

import io.ringback.platform.run.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much time and room a request gets to arrive.
 *
 * @param headersWithin from the first byte of a request to the end of its headers
 * @param strangersWithin from then on to the end of its body, as long as nobody knows whose it is
 * @param accountsWithin the same once it is known whose it is
 * @param strangersBody most bytes of a body that are read before anybody knows whose it is
 */
@ConfigurationProperties("ringback.requests")
record RequestLimits(
        @DefaultValue("10s") Duration headersWithin,
        @DefaultValue("10s") Duration strangersWithin,
        @DefaultValue("2m") Duration accountsWithin,
        @DefaultValue("16KB") DataSize strangersBody) {

    RequestLimits {
        SettingRules.expectPositive("ringback.requests.headers-within", headersWithin);
        SettingRules.expectPositive("ringback.requests.strangers-within", strangersWithin);
        SettingRules.expectPositive("ringback.requests.accounts-within", accountsWithin);
        if (strangersBody.toBytes() < 1024) {
            throw new IllegalArgumentException(
                    "ringback.requests.strangers-body: expected at least 1KB, but it is " + strangersBody);
        }
    }
}
