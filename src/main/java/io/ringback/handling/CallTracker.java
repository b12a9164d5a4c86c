package io.ringback.handling;

import com.fasterxml.uuid.Generators;
import io.ringback.callback.Call;
import io.ringback.callback.Calls;
import io.ringback.callback.Holding;
import io.ringback.callback.Phase;
import io.ringback.callback.ReportedEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the telephone system's words mean for the calls of one agent, in whatever order they come: late, twice, the end
 * before the start, under a name that was used before. A call is the case's only when it began after the allocation.
 *
 * @param holding the case in the agent's hands; null without any
 * @param calls those of that case, those of the name the word is about, and the one it names by its id; oldest first
 * @param ends told under that name without a start, earliest first
 */
record CallTracker(@Nullable Holding holding, List<Call> calls, List<ReportedEnd> ends) {

    /** How much the clock of the telephone system may differ from the server's. */
    static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

    private static final Comparator<Call> BY_BEGIN = Comparator.comparing(Call::began);

    /** The phase that the calls of an allocation put its case into: no other rule says whether a countdown runs. */
    static Phase phase(List<Call> ofAllocation) {
        if (ofAllocation.isEmpty()) {
            return Phase.BEFORE_CALL;
        }
        return ofAllocation.stream().anyMatch(Call::isGoingOn) ? Phase.IN_CALL : Phase.AFTER_CALL;
    }

    /** The telephone system tells that a call has begun. */
    CallUpdate started(TelephonyEvent told, Instant now) {
        var word = told.believed(now);
        var known = byId(word).or(() -> sameName(word, word.equals(told)));
        if (known.isPresent()) {
            return toldOf(known.get(), word, now);
        }
        if (word.callId() != null) {
            return CallUpdate.NOTHING;
        }
        var nameless = nameless(word);
        if (nameless.isPresent()) {
            return toldOf(nameless.get(), word, now);
        }
        return isOfThisCase(word.at()) ? begun(word, now) : CallUpdate.NOTHING;
    }

    /** The telephone system tells that a call has ended. */
    CallUpdate ended(TelephonyEvent told, Instant now) {
        var word = told.believed(now);
        return byId(word)
                .or(() -> endingOf(word, now))
                .map(call -> CallUpdate.of(call, call.endTold(word.externalCallId(), word.at(), now)))
                .orElseGet(() -> CallUpdate.remembering(
                        new ReportedEnd(word.externalCallId(), word.at(), now, word.recordingUrl(), word.proposed())));
    }

    private Optional<Call> byId(TelephonyEvent word) {
        return calls.stream().filter(call -> call.id().equals(word.callId())).findFirst();
    }

    private List<Call> named(TelephonyEvent word) {
        return calls.stream()
                .filter(call -> word.externalCallId().equals(call.externalCallId()))
                .sorted(BY_BEGIN.reversed())
                .toList();
    }

    private Optional<Call> sameName(TelephonyEvent word, boolean byTheirClock) {
        return named(word).stream()
                .filter(call -> isSame(call, word.at(), byTheirClock))
                .findFirst();
    }

    /**
     * Names are used again: a call that began after the last one of its name was over is another call. Where the
     * telephone system has told both by its own clock that is certain, however soon an agent calls again.
     */
    private boolean isSame(Call call, Instant began, boolean byTheirClock) {
        if (call.startTold() != null && began.isBefore(call.startTold().minus(CLOCKS_DIFFER))) {
            return false;
        }
        var over = call.over();
        if (holding != null && call.isOf(holding.allocationId())) {
            return over == null || !began.isAfter(latestStart(call, over, byTheirClock));
        }
        return (holding == null || began.isBefore(holding.since())) && (over == null || !began.isAfter(over));
    }

    /** The latest time that a start of the same call can be told with. */
    private static Instant latestStart(Call call, Instant over, boolean byTheirClock) {
        var endTold = call.endTold();
        return byTheirClock && call.startTold() != null && endTold != null ? endTold : over.plus(CLOCKS_DIFFER);
    }

    /** A call begun at the desk that the telephone system has not told of until now. */
    private Optional<Call> nameless(TelephonyEvent word) {
        return calls.stream()
                .filter(call -> holding != null && call.isOf(holding.allocationId()) && call.externalCallId() == null)
                .filter(call -> !word.at().isBefore(call.startedAt().minus(CLOCKS_DIFFER)))
                .filter(call -> call.endedAt() == null
                        || !word.at().isAfter(call.endedAt().plus(CLOCKS_DIFFER)))
                .max(BY_BEGIN);
    }

    private boolean isOfThisCase(Instant began) {
        return holding != null && !began.isBefore(holding.since().minus(CLOCKS_DIFFER));
    }

    private CallUpdate toldOf(Call call, TelephonyEvent word, Instant now) {
        var named = call.startTold(word.externalCallId(), word.at());
        var end = call.endTold() != null ? Optional.<ReportedEnd>empty() : endOf(word.at());
        return end.map(known -> CallUpdate.of(call, named.endTold(word.externalCallId(), known.at(), now))
                        .using(known))
                .orElseGet(() -> CallUpdate.of(call, named));
    }

    private CallUpdate begun(TelephonyEvent word, Instant now) {
        if (holding == null) {
            return CallUpdate.NOTHING;
        }
        var end = endOf(word.at());
        if (end.isPresent() && end.get().toldAt().isBefore(holding.since())) {
            return CallUpdate.NOTHING;
        }
        var id = Generators.timeBasedEpochGenerator().generate();
        var call = Call.seen(
                id, holding.allocationId(), word.externalCallId(), within(holding.since(), word.at(), now), word.at());
        return end.map(known -> CallUpdate.begun(call.endTold(word.externalCallId(), known.at(), now))
                        .using(known))
                .orElseGet(() -> CallUpdate.begun(call));
    }

    /** The first end told that can be that of a call begun at this time. */
    private Optional<ReportedEnd> endOf(Instant began) {
        return ends.stream().filter(end -> !end.at().isBefore(began)).findFirst();
    }

    /**
     * The last call of the name that had begun by then. An end from before the start is that of an earlier call of the
     * name, unless clocks differ a little, or are so wrong that no event could be that late.
     */
    private Optional<Call> endingOf(TelephonyEvent word, Instant now) {
        var named = named(word);
        return named.stream()
                .filter(call -> !word.at().isBefore(call.began()))
                .findFirst()
                .or(() -> named.stream()
                        .filter(Call::isGoingOn)
                        .filter(call -> !word.at().isBefore(call.began().minus(CLOCKS_DIFFER))
                                || word.at().isBefore(now.minus(Calls.LATEST)))
                        .reduce((later, earlier) -> earlier));
    }

    private static Instant within(Instant earliest, Instant at, Instant latest) {
        if (at.isBefore(earliest)) {
            return earliest;
        }
        return at.isAfter(latest) ? latest : at;
    }
}
