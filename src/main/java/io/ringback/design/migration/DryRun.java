package io.ringback.design.migration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would become of the open instances if they were moved.
 *
 * @param movable how many can move
 * @param stuck those that cannot
 */
public record DryRun(int movable, List<Stuck> stuck) {

    /**
     * One that cannot move.
     *
     * @param callbackId whose case it is; null for the reception of an agent
     * @param agentId whose reception it is; null for the case of a callback
     * @param elementId where it waits; null when that is not known
     * @param why a sentence for designers
     * @param because the same for programs and other languages
     * @param names what it is about
     */
    public record Stuck(
            @Nullable UUID callbackId,
            @Nullable String agentId,
            @Nullable String elementId,
            String why,
            Hindrance because,
            List<String> names) {

        static Stuck of(
                @Nullable UUID callbackId,
                @Nullable String agentId,
                @Nullable String elementId,
                Hindrance because,
                List<String> names) {
            return new Stuck(callbackId, agentId, elementId, because.said(names), because, names);
        }
    }
}
