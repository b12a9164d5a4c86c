package io.ringback.figures;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reception of an agent: the time of receiving callbacks from switching on to its end.
 *
 * @param id the number of the entry of the trail with which it began
 * @param endedAt null while it goes on
 * @param endedBecause why it has ended, one of the reasons for which receptions do; null while it goes on
 * @param cases given to the agent meanwhile, each as often as it was
 * @param timeToCall from being given to the call, the median of those that were called; null without any
 */
public record PastReception(
        String id,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBecause,
        long cases,
        @Nullable Duration timeToCall) {}
