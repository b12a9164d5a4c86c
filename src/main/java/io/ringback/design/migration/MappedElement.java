package io.ringback.design.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element at which instances may wait.
 *
 * @param type as the engine calls it, such as {@code userTask}
 * @param standIn the id of the element of the new version that stands for it unless somebody says otherwise; null for none
 * @param choices the elements of the new version that are of its kind
 */
public record MappedElement(
        String id,
        @Nullable String name,
        String type,
        @Nullable String standIn,
        List<Choice> choices) {

    /** An element of the new version. */
    public record Choice(String id, @Nullable String name) {}
}
