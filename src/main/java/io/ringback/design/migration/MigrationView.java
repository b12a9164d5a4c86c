package io.ringback.design.migration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A migration and how far it is.
 *
 * @param key of the process
 * @param by the account that has started it
 * @param moved how many go on by the new version
 * @param stuck how many cannot, and are left where they are
 * @param ended how many had ended by themselves when it was their turn
 * @param waiting how many it has yet to look at; of one that was stopped, how many it has not
 * @param total how many there were when it was started
 */
public record MigrationView(
        UUID id,
        String key,
        int from,
        int to,
        Map<String, String> mapping,
        String reason,
        String by,
        Instant startedAt,
        @Nullable Instant finishedAt,
        State state,
        int moved,
        int stuck,
        int ended,
        int waiting,
        int total) {

    public enum State {
        RUNNING,
        PAUSED,
        DONE
    }

    public Route route() {
        return new Route(key, from, to, mapping);
    }
}
