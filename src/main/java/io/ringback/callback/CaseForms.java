package io.ringback.callback;

import io.ringback.list.CallbackList;
import org.jspecify.annotations.Nullable;

/** The forms the process names for the work on a case. */
public interface CaseForms {

    /** The form for classifying calls that this process names, for lists that name none themselves. */
    @Nullable
    String usual(String process);

    /** The form for classifying calls on this list; null when neither the list nor the process names one. */
    default @Nullable String of(CallbackList list) {
        return list.formKey() != null ? list.formKey() : usual(list.policy().process());
    }
}
