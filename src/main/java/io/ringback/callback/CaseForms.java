package io.ringback.callback;

import org.jspecify.annotations.Nullable;

/** The forms the process names for the work on a case. */
public interface CaseForms {

    /** The form for classifying calls on lists that name none themselves. */
    @Nullable
    String usual();
}
