package io.ringback.form;

import org.jspecify.annotations.Nullable;

/**
 * An answer as people read it.
 *
 * @param label of the field, or its key where the form does not know it
 * @param text what was answered; null for a box that was ticked
 */
public record Answer(String label, @Nullable String text) {

    /** Without the answer, which belongs in no log. */
    @Override
    public String toString() {
        return "Answer[label=%s]".formatted(label);
    }
}
