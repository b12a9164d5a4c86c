package io.ringback.process;

import io.ringback.callback.Attempt;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.list.CallbackList;
import io.ringback.list.ReadableAttributes;
import io.ringback.process.contract.SharedNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a process or a decision may read of a callback's row, its list and its attempts. It is looked up where it is read and
 * kept nowhere, so that what nobody reads costs nothing, and what has changed since the case began counts.
 */
final class CaseFacts {

    private final Callback callback;
    private final Supplier<CallbackList> lists;
    private final Supplier<List<Attempt>> attempts;
    private final Instant now;
    private @Nullable CallbackList list;
    private @Nullable List<CallStatus> earlier;
    private boolean read;

    CaseFacts(Callback callback, Supplier<CallbackList> lists, Supplier<List<Attempt>> attempts, Instant now) {
        this.callback = callback;
        this.lists = lists;
        this.attempts = attempts;
        this.now = now;
    }

    Callback callback() {
        return callback;
    }

    /** Whether anything of it was read. */
    boolean isRead() {
        return read;
    }

    /** A variable of the case that its request was made with, or its list stands for; empty where the name is no such one. */
    Optional<Fact> ofRequest(String name) {
        return switch (name) {
            case SharedNames.LIST_ID -> fact(callback.listId());
            case SharedNames.SOURCE -> fact(callback.request().source().name());
            default -> Optional.empty();
        };
    }

    /**
     * A time of the row.
     *
     * @param name of one of them
     */
    Fact time(String name) {
        var holding = callback.holding();
        return fact(switch (name) {
                    case SharedNames.DUE_AT -> Values.date(callback.deadlines().dueAt());
                    case SharedNames.ELIGIBLE_AT ->
                        Values.date(callback.deadlines().eligibleAt());
                    case SharedNames.EXPIRES_AT ->
                        Values.date(callback.deadlines().expiresAt());
                    case SharedNames.AUTO_STOP_AT -> Values.dateOrNever(holding == null ? null : holding.autoStopAt());
                    case SharedNames.CALL_ENDS_BY -> Values.dateOrNever(holding == null ? null : holding.callEndsBy());
                    case SharedNames.CLOSES_AT -> Values.dateOrNever(holding == null ? null : holding.closesAt());
                    default -> throw new IllegalArgumentException(name);
                })
                .orElseThrow();
    }

    /** An attribute that some list lets processes read: null where this list does not, or the request does not say it. */
    Fact attribute(String name) {
        var request = callback.request();
        return fact(ReadableAttributes.value(
                        list(), name, request.attributes(), request.numberToCall(), request.callerName()))
                .orElseThrow();
    }

    /**
     * What the retry policy is given beside that.
     *
     * @param callStatus of the attempt that it is asked about; null where nobody knows it
     */
    Optional<Fact> ofRetry(String name, @Nullable CallStatus callStatus) {
        var place = SharedNames.STATUSES.indexOf(name);
        if (place >= 0) {
            return fact(place < earlier().size() ? earlier().get(place).name() : null);
        }
        return switch (name) {
            case SharedNames.WEEKDAY, SharedNames.HOUR ->
                fact(clockOf(list(), now).get(name));
            case SharedNames.LAST_STATUS ->
                fact(
                        earlier().isEmpty()
                                ? null
                                : earlier().get(earlier().size() - 1).name());
            case SharedNames.BUSY_ATTEMPTS -> count(CallStatus.BUSY, callStatus);
            case SharedNames.NO_ANSWER_ATTEMPTS -> count(CallStatus.NO_ANSWER, callStatus);
            case SharedNames.OTHER_ATTEMPTS -> count(CallStatus.OTHER, callStatus);
            default -> Optional.empty();
        };
    }

    /** Weekday and hour of the list's clock. */
    static Map<String, Object> clockOf(CallbackList list, Instant at) {
        var there = at.atZone(list.zone());
        return Map.of(SharedNames.WEEKDAY, there.getDayOfWeek().name(), SharedNames.HOUR, there.getHour());
    }

    private Optional<Fact> count(CallStatus counted, @Nullable CallStatus now) {
        var before = earlier().stream().filter(status -> status == counted).count();
        return fact((int) before + (counted == now ? 1 : 0));
    }

    /** Of the attempts before the one in hand, or the one that was saved last, oldest first. */
    private List<CallStatus> earlier() {
        if (earlier == null) {
            var holding = callback.holding();
            var saved = attempts.get().stream()
                    .filter(attempt -> attempt.callStatus() != null)
                    .filter(attempt ->
                            holding == null || !attempt.allocationId().equals(holding.allocationId()))
                    .map(attempt -> Objects.requireNonNull(attempt.callStatus()))
                    .toList();
            earlier = holding == null && !saved.isEmpty() ? saved.subList(0, saved.size() - 1) : saved;
        }
        return earlier;
    }

    private CallbackList list() {
        if (list == null) {
            list = lists.get();
        }
        return list;
    }

    private Optional<Fact> fact(@Nullable Object value) {
        read = true;
        return Optional.of(new Fact(value));
    }

    /** @param value null for none */
    record Fact(@Nullable Object value) {}
}
