package io.ringback.figures;

import io.ringback.callback.CallbackTimes;
import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time that is asked about.
 *
 * @param to when it has ended
 */
public record Period(Instant from, Instant to) {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * @param from null for 30 days before the end
     * @param to null for now
     * @return the period in whole quarters of an hour, which is how it is counted
     * @throws InvalidField when it would end before it begins, or no calendar has such times
     */
    public static Period counted(@Nullable Instant from, @Nullable Instant to, Instant now) {
        var end = Objects.requireNonNullElse(to, now);
        var asked = checked(Objects.requireNonNullElse(from, end.minus(USUAL)), end);
        return new Period(Grain.QUARTER.floor(asked.from), Grain.QUARTER.ceiling(asked.to));
    }

    /**
     * @param from null for all that was before
     * @param to null for all that was since
     * @throws InvalidField when it would end before it begins, or no calendar has such times
     */
    static Period checked(@Nullable Instant from, @Nullable Instant to) {
        CallbackTimes.checked("from", from);
        CallbackTimes.checked("to", to);
        var period = new Period(Objects.requireNonNullElse(from, FIRST), Objects.requireNonNullElse(to, END));
        if (!period.from.isBefore(period.to)) {
            throw new InvalidField("from", "must be before to, which is %s".formatted(period.to));
        }
        return period;
    }

    /** Times of one length within the period. */
    record Slice(Grain grain, Instant from, Instant to) {}

    /** The period in as few slices as there are, each of the longest times that fit in: what is read of a year is short. */
    List<Slice> slices() {
        var slices = new ArrayList<Slice>();
        cut(from, to, Grain.MONTH, slices);
        return slices;
    }

    private static void cut(Instant from, Instant to, Grain grain, List<Slice> slices) {
        var begin = grain.ceiling(from);
        var end = grain.floor(to);
        var whole = begin.isBefore(end);
        if (whole) {
            slices.add(new Slice(grain, begin, end));
        }
        if (grain != Grain.QUARTER && from.isBefore(to)) {
            cut(from, whole ? begin : to, grain.finer(), slices);
            cut(whole ? end : to, to, grain.finer(), slices);
        }
    }
}
