package io.ringback.office.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What has happened on a list within a time.
 *
 * @param requested requests that came in, merged ones included
 * @param merged closed at once, because an open case of the number was there
 * @param resolved closed because the caller was reached
 * @param cancelled closed by hand, by a program, or because no further attempt is allowed
 * @param answered outcomes saved with this call status, by the time the call ended; the next three likewise
 * @param firstCalls callbacks called for the first time
 * @param calledBeforeDue those of them that were called before they were due
 */
record BoardCounts(
        long requested,
        long merged,
        long resolved,
        long expired,
        long cancelled,
        long answered,
        long busy,
        long noAnswer,
        long other,
        long firstCalls,
        long calledBeforeDue) {

    private static final double POOR_BELOW = 0.5;
    private static final double GOOD_FROM = 0.8;

    static final BoardCounts NONE = new BoardCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Of the callbacks called for the first time, the share called before due, from 0 to 1; null when there were none. */
    @JsonProperty
    @Nullable
    public Double shareCalledBeforeDue() {
        return firstCalls == 0 ? null : (double) calledBeforeDue / firstCalls;
    }

    /** As it is written everywhere, in every language; null when nobody was called. */
    public @Nullable String percentCalledBeforeDue() {
        var share = shareCalledBeforeDue();
        return share == null ? null : Math.round(share * 100) + ChartLayout.PERCENT;
    }

    /** How good that share is, as a class of the pages: {@code good}, {@code fair} or {@code poor}; none without calls. */
    public String punctuality() {
        var share = shareCalledBeforeDue();
        if (share == null) {
            return "";
        }
        if (share < POOR_BELOW) {
            return "poor";
        }
        return share < GOOD_FROM ? "fair" : "good";
    }

    /** Requests that became a case of their own. */
    public long arrived() {
        return requested - merged;
    }

    /** By how many cases the open ones have become more. */
    long growth() {
        return requested - merged - resolved - expired - cancelled;
    }

    BoardCounts plus(BoardCounts more) {
        return new BoardCounts(
                requested + more.requested,
                merged + more.merged,
                resolved + more.resolved,
                expired + more.expired,
                cancelled + more.cancelled,
                answered + more.answered,
                busy + more.busy,
                noAnswer + more.noAnswer,
                other + more.other,
                firstCalls + more.firstCalls,
                calledBeforeDue + more.calledBeforeDue);
    }
}
