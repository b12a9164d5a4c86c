package io.ringback.platform;

import org.jspecify.annotations.Nullable;

/** The server cannot run as it is set up; says what is wrong and what a person can do about it. */
class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    StartFailure(String description, String action) {
        this(description, action, null);
    }

    StartFailure(String description, String action, @Nullable Throwable cause) {
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
