package io.ringback.platform.database;

import io.ringback.platform.run.StartFailure;
import org.jspecify.annotations.Nullable;

/** The server cannot run on its data folder. */
final class DataFolderFailure extends StartFailure {

    private static final long serialVersionUID = 1L;

    DataFolderFailure(String description, String action) {
        super(description, action);
    }

    DataFolderFailure(String description, String action, @Nullable Throwable cause) {
        super(description, action, cause);
    }
}
