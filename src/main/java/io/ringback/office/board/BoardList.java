package io.ringback.office.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A list on the board.
 *
 * @param serving agents active on the list and receiving
 * @param openCases all that are not closed
 * @param dueInAnHour open and due within 60 minutes, overdue included
 * @param expiresIn24Hours open and expiring within 24 hours
 * @param overdue open and past their due time, those in hand included
 * @param setAside open and passed by until a supervisor repairs them
 * @param waitingSince since when the case that waits longest could have been taken; null when none waits
 * @param day the day that {@code today} is, by the clocks of the list's zone
 */
record BoardList(
        String id,
        String name,
        ZoneId zone,
        long serving,
        long openCases,
        long dueInAnHour,
        long expiresIn24Hours,
        long overdue,
        long setAside,
        @Nullable Instant waitingSince,
        LocalDate day,
        BoardCounts today) {

    public boolean hasTrouble() {
        return overdue > 0 || setAside > 0;
    }

    /** Whether a case waits which nobody is there to take. */
    public boolean isUnserved() {
        return waitingSince != null && serving == 0;
    }
}
