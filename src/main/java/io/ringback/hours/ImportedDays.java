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
        /** Its beginning, its end or a date of it is missing or cannot be read, or it repeats by the hour. */
        UNREADABLE,
        /** It repeats by a rule that is not known here, such as one of another calendar. */
        UNKNOWN_RULE,
        /** Which days it lasts depends on a time zone that is neither known nor described in the file. */
        UNKNOWN_ZONE,
        /** A newer version of it is in the file. */
        REPLACED,
        /** It lasts longer than a year. */
        TOO_LONG,
        /** It stands for too many days to be looked at. */
        TOO_MUCH
    }
}
