package io.ringback.office.operations;

import io.ringback.callback.SetAsideCallback;
import io.ringback.operations.Figures;
import io.ringback.operations.Incident;
import io.ringback.operations.ModelState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of operations shows.
 *
 * @param figures null when they could not be counted
 * @param outbox null when nothing is delivered to other systems
 */
record OperationsPage(
        List<Part> parts,
        @Nullable Figures figures,
        Outbox outbox,
        List<Incident> incidents,
        List<SetAsideCallback> setAside,
        List<ModelState.File> files,
        List<ModelState.Fault> faults,
        Node node) {

    /** A part of the server and how it is. */
    record Part(String name, String status) {

        public boolean isUp() {
            return status.equals("UP");
        }
    }

    record Outbox(long waiting, double lagSeconds) {}

    /** The server that answers; others on the same database may differ. */
    record Node(String version, @Nullable Instant built, Instant started, String java) {}

    public double timerLagSeconds() {
        return figures == null ? 0 : figures.timers().lag().toMillis() / 1_000.0;
    }
}
