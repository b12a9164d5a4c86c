package io.ringback.design.migration;

import java.util.Map;

/**
 * From which version to which, and which element stands for which.
 *
 * @param process its key
 * @param mapping ids of elements of the new version by those of the old one, where they are not the same; an empty one for an
 *     element that nothing stands for
 */
public record Route(String process, int from, int to, Map<String, String> mapping) {

    public Route {
        mapping = Map.copyOf(mapping);
    }
}
