package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import io.ringback.platform.problem.InvalidField;

/**
 * How much work a calendar file may make, counted in days looked at or closed: a few lines can stand for millions of
 * days. An event that makes too much is passed over, a file that does is refused.
 */
final class ReadingWork {

    static final int MOST_FOR_EVENT = 200_000;
    static final int MOST_FOR_FILE = 3_000_000;

    private long inFile;
    private long inEvent;

    void nextEvent() {
        inEvent = 0;
    }

    /** @throws SkippedEvent when this event makes too much work; an {@link InvalidField} when the file does */
    void step() {
        inFile++;
        inEvent++;
        if (inFile > MOST_FOR_FILE) {
            throw new InvalidField(
                    "file", "stands for too many days: more than %s had to be looked at".formatted(MOST_FOR_FILE));
        }
        if (inEvent > MOST_FOR_EVENT) {
            throw new SkippedEvent(Reason.TOO_MUCH);
        }
    }

    long done() {
        return inFile;
    }
}
