package io.ringback.design;

import org.jspecify.annotations.Nullable;

/** Reads files of drafts just far enough to know what they are; evaluates nothing of them. */
public interface DraftContents {

    /**
     * The id of the process, decision or form in the file, whether or not it may be deployed; null when it has none.
     *
     * @throws io.ringback.platform.problem.InvalidField when it is no model, too large, or not well-formed
     */
    @Nullable
    String key(String file, String content);

    /** What a file is that was read, by its name. */
    KindOfModel kind(String file);
}
