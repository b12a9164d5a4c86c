package io.ringback.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its uploader sees it.
 *
 * @param rows of the file, the header and empty ones aside
 * @param looked those that were looked at so far
 * @param ahead how many files of the same account come first; zero when it is its turn, or nothing is left to do
 * @param valid rows without errors
 * @param invalid rows with errors
 * @param willMerge of the valid ones, those that would be merged
 * @param alreadyThere of the valid ones, those imported before
 * @param errors the first 1000, in the order of the rows
 * @param forgottenAt when all of it is deleted; what was not confirmed by then has to be sent anew
 * @param open whether its sender may still say how it is to be read, and mend its cells
 */
public record ImportView(
        UUID id,
        State state,
        int rows,
        int looked,
        int ahead,
        int valid,
        int invalid,
        int willMerge,
        int alreadyThere,
        List<RowError> errors,
        Result result,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant forgottenAt,
        boolean open) {

    /** How far it is. */
    public enum State {
        /** Its sender has to say how it is to be read. */
        ASKING,
        /** Being looked at, or waiting for that. */
        CHECKING,
        /** Looked at; nothing is imported unless it is confirmed. */
        CHECKED,
        /** Being imported, or waiting for that. */
        RUNNING,
        DONE
    }

    /**
     * What became of the rows so far.
     *
     * @param left those still to be dealt with
     */
    public record Result(int created, int merged, int alreadyThere, int failed, int skipped, int left) {

        public int done() {
            return created + merged + alreadyThere + failed + skipped;
        }
    }
}
