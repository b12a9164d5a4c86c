package io.ringback.design.migration;

import org.jspecify.annotations.Nullable;

/** An instance cannot go on by the other version. Nothing of it was changed. */
public final class CannotMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String elementId;
    private final String why;

    /**
     * @param elementId where it waits; null when it is not known
     * @param why a sentence for designers
     */
    public CannotMove(@Nullable String elementId, String why, @Nullable Throwable cause) {
        super(why, cause);
        this.elementId = elementId;
        this.why = why;
    }

    public @Nullable String elementId() {
        return elementId;
    }

    public String why() {
        return why;
    }
}
