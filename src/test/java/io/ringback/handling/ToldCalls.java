package io.ringback.handling;

import io.ringback.callback.Call;
import io.ringback.callback.Holding;
import io.ringback.callback.Phase;
import io.ringback.callback.ReportedEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent with a case in hand whose telephone system tells of calls: what the server does with them, without the server. */
final class ToldCalls {

    static final Instant ALLOCATED = Instant.parse("2026-03-02T08:00:00Z");
    static final Instant NOW = ALLOCATED.plusSeconds(3_600);

    private final UUID allocationId = UUID.randomUUID();
    private final Holding holding =
            new Holding("anna", allocationId, ALLOCATED, Phase.BEFORE_CALL, null, null, null, null, 0, null);
    private final List<Call> calls = new ArrayList<>();
    private final List<ReportedEnd> ends = new ArrayList<>();

    /** Seconds after the allocation. */
    static Instant at(long seconds) {
        return ALLOCATED.plusSeconds(seconds);
    }

    Call fromDesk(long begins) {
        var call = Call.fromDesk(UUID.randomUUID(), allocationId, at(begins));
        calls.add(call);
        return call;
    }

    /** A call the agent made for an earlier case. */
    void earlier(String name, long begins, @Nullable Long ends) {
        var call = Call.seen(UUID.randomUUID(), UUID.randomUUID(), name, at(begins), at(begins));
        calls.add(ends == null ? call : call.endTold(name, at(ends), NOW));
    }

    CallUpdate started(String name, long at) {
        return apply(book(name).started(new TelephonyEvent(null, name, at(at), null, null), NOW));
    }

    CallUpdate ended(String name, long at) {
        return apply(book(name).ended(new TelephonyEvent(null, name, at(at), null, null), NOW));
    }

    /** The words are written {@code +a5}: call a begins five seconds after the allocation; {@code -a9}: it ends. */
    void tell(String word) {
        var name = word.substring(1, 2);
        var at = Long.parseLong(word.substring(2));
        if (word.charAt(0) == '+') {
            started(name, at);
        } else {
            ended(name, at);
        }
    }

    /** The calls of the case in hand, by when they began. */
    List<Call> ofCase() {
        return calls.stream()
                .filter(call -> call.isOf(allocationId))
                .sorted(Comparator.comparing(Call::startedAt))
                .toList();
    }

    Phase phase() {
        return CallTracker.phase(ofCase());
    }

    private CallTracker book(String name) {
        return new CallTracker(
                holding,
                List.copyOf(calls),
                ends.stream()
                        .filter(end -> end.externalCallId().equals(name))
                        .sorted(Comparator.comparing(ReportedEnd::at))
                        .toList());
    }

    private CallUpdate apply(CallUpdate step) {
        var call = step.call();
        if (call != null) {
            calls.removeIf(known -> known.id().equals(call.id()));
            calls.add(call);
        }
        if (step.remembered() != null) {
            ends.add(step.remembered());
        }
        ends.remove(step.used());
        return step;
    }
}
