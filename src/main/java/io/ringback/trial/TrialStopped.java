package io.ringback.trial;

import org.jspecify.annotations.Nullable;

/** A case is not played on: it has come to the bounds of what is played, or cannot be begun. */
public final class TrialStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String element;

    /** @param element where; null when that is not known */
    public TrialStopped(@Nullable String element, String message) {
        super(message);
        this.element = element;
    }

    /** The one that has led to a failure; null when it was something else. */
    static @Nullable TrialStopped in(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < 50; depth++, link = link.getCause()) {
            if (link instanceof TrialStopped stopped) {
                return stopped;
            }
        }
        return null;
    }

    @Nullable
    String element() {
        return element;
    }
}
