package io.ringback.platform.run;

import org.jspecify.annotations.Nullable;

/** The server cannot run as it is set up; says what is wrong and what a person can do about it. */
public class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    public StartFailure(String description, String action) {
        this(description, action, null);
    }

    public StartFailure(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    public String description() {
        return String.valueOf(getMessage());
    }

    public String action() {
        return action;
    }
}
