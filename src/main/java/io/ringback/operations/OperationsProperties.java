package io.ringback.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as unwell, and how closely it is looked.
 *
 * @param timerLagLimit how late timers may be before the server calls itself out of service
 * @param figuresEvery how old the figures for monitoring may be
 * @param listsShown of how many lists the figures are told apart, the fullest ones; the rest is summed up
 */
@ConfigurationProperties("ringback.operations")
record OperationsProperties(
        @DefaultValue("PT60S") Duration timerLagLimit,
        @DefaultValue("PT10S") Duration figuresEvery,
        @DefaultValue("1000") int listsShown) {}
