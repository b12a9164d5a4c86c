package io.ringback.design;

import org.jspecify.annotations.Nullable;

/**
 * An element of a process.
 *
 * @param type as BPMN calls it, such as {@code userTask}
 * @param waiting how many open instances wait at it now
 */
public record WaitingElement(String elementId, @Nullable String name, String type, long waiting) {}
