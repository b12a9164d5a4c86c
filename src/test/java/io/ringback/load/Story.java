package io.ringback.load;

import java.util.List;
import java.util.Map;

/**
 * Everything that the database keeps of something that was really done over HTTP, to be copied many times.
 *
 * @param name of its kind
 * @param weight how often it happens, beside the others
 * @param workedAt when it began, in microseconds
 * @param agents how many were at work in it
 * @param rows by table, without the trail
 * @param events of the trail, oldest first
 */
record Story(
        String name, double weight, long workedAt, int agents, Map<String, List<StoryText>> rows, List<Event> events) {

    int callbacks() {
        return rows.getOrDefault("callback", List.of()).size();
    }

    /** @param at in microseconds */
    record Event(long at, StoryText text) {}
}
