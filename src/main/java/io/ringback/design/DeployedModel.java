package io.ringback.design;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process, a decision or a form.
 *
 * @param key the id of the process, the decision or the form
 * @param name the key where the model has no name
 * @param file as whoever deployed it called it
 * @param deployedBy the account of a designer, otherwise the node; null when nobody noted that
 * @param reason as the designer gave it
 * @param running open instances; none but of processes
 */
public record DeployedModel(
        String key,
        KindOfModel kind,
        String name,
        int version,
        String file,
        ModelOrigin origin,
        Instant deployedAt,
        @Nullable String deployedBy,
        @Nullable String reason,
        long running) {}
