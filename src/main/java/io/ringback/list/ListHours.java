package io.ringback.list;

import io.ringback.hours.CallingHours;

/**
 * The calling hours of a list with their own version, which is 0 for a list that never had any.
 *
 * @param list with the hours
 */
public record ListHours(CallbackList list, long version) {

    CallingHours hours() {
        return list.hours();
    }
}
