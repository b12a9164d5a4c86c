package io.ringback.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where webhooks may lead and how they are sent.
 *
 * @param hosts the hosts they may lead to: {@code crm.example}, {@code *.crm.example} for those below it, or {@code *}
 *     for every host with a public address; without any there are no webhooks
 * @param allowHttp whether a target may do without TLS
 * @param allowPrivate whether a target may have an address of this machine or of a private network
 * @param source the {@code source} of the events, such as {@code https://ringback.example}; by default an URN that is
 *     this installation's own
 * @param timeout for the connection, and for the answer after that
 * @param keepDelivered how long deliveries that went well can be looked at
 * @param keepDead how long those that were given up can be looked at and sent once more
 */
@ConfigurationProperties("ringback.webhooks")
record WebhookProperties(
        @DefaultValue List<String> hosts,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("false") boolean allowPrivate,
        @Nullable String source,
        @DefaultValue("PT10S") Duration timeout,
        @DefaultValue("P7D") Duration keepDelivered,
        @DefaultValue("P30D") Duration keepDead) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(20);

    WebhookProperties {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "ringback.webhooks.timeout: expected more than nothing and at most %s, but it is %s"
                            .formatted(LONGEST_TIMEOUT, timeout));
        }
    }
}
