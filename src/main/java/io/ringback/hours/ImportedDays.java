package io.ringback.hours;

import java.util.List;

/**
 * What an iCalendar file says of closed days.
 *
 * @param days in order, each once
 * @param skipped events that close no whole day, and why
 */
public record ImportedDays(List<ClosedDay> days, List<Skipped> skipped) {

    public record Skipped(String name, Reason reason) {}

    /** Why an event closes no day. */
    public enum Reason {
        /** It begins or ends at some hour. */
        NOT_WHOLE_DAYS,
        CANCELLED,
        /** It lies before today, or further ahead than is taken in. */
        OUT_OF_TIME,
        /** It has no beginning, repeats by the hour, or is longer than a year. */
        UNREADABLE
    }
}
