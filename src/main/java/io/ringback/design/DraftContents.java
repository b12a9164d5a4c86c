package io.ringback.design;

import org.jspecify.annotations.Nullable;

/** Reads files of drafts just far enough to know what they are; evaluates nothing of them. */
public interface DraftContents {

    /**
     * @param key the id of the process, decision or form in the file; null when it has none
     */
    record Known(DraftKind kind, @Nullable String key) {}

    /**
     * Says what the file is, whether or not it may be deployed.
     *
     * @throws io.ringback.platform.problem.InvalidField when it is no model, too large, or not well-formed
     */
    Known read(String file, String content);
}
