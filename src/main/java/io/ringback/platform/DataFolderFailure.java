package io.ringback.platform;

import org.jspecify.annotations.Nullable;

/** The server cannot run on its data folder; says what is wrong and what a person can do about it. */
final class DataFolderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    DataFolderFailure(String description, String action) {
        this(description, action, null);
    }

    DataFolderFailure(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    String action() {
        return action;
    }
}
