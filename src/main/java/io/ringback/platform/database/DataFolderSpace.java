package io.ringback.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The room that is left where the embedded database keeps its data. Without an embedded one there is nothing to watch. */
@Component
public class DataFolderSpace {

    private final DatabaseMode mode;
    private final Path folder;

    DataFolderSpace(DatabaseMode mode, DataFolderProperties properties) {
        this.mode = mode;
        this.folder = properties.dataFolder();
    }

    /** As it is now; empty without an embedded database. */
    public Optional<Space> now() {
        return mode.isEmbedded() ? Optional.of(of(folder)) : Optional.empty();
    }

    static Space of(Path folder) {
        try {
            var store = Files.getFileStore(folder.toRealPath());
            return new Space(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            return new Space(0, 0);
        }
    }

    /**
     * Of a file system.
     *
     * @param free bytes that this process may still write
     * @param total bytes it has; 0 when it cannot be looked at
     */
    public record Space(long free, long total) {

        /** PostgreSQL writes its log ahead in files of 16 MB, and ends when it cannot make one. */
        private static final long NEEDED = 4L * 16 * 1024 * 1024;

        private static final int TENTH = 10;

        /** So little that it should be made more: less than a tenth. */
        public boolean isShort() {
            return free < total / TENTH || isFull();
        }

        /** So little that PostgreSQL may end at any moment. */
        public boolean isFull() {
            return free < NEEDED;
        }
    }
}
