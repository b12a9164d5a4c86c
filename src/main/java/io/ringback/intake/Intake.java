package io.ringback.intake;

import com.fasterxml.uuid.Generators;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseStart;
import io.ringback.callback.Change;
import io.ringback.callback.Deadlines;
import io.ringback.callback.Request;
import io.ringback.callback.TimeLimit;
import io.ringback.callback.Urgency;
import io.ringback.callback.UrgencyPolicy;
import io.ringback.hours.OpeningCalendar;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Takes requests in: reads the number, sets the deadlines, merges what is related. Joins the caller's transaction. */
@Service
public class Intake {

    private static final int TRIES = 5;

    private final Lists lists;
    private final Callbacks callbacks;
    private final CaseStart cases;
    private final KnownRequests known;
    private final LateExpiry late;
    private final NumberLimit numberLimit;
    private final TimeLimit timeLimit;
    private final UrgencyPolicy urgencies;
    private final Clock clock;

    Intake(
            Lists lists,
            Callbacks callbacks,
            CaseStart cases,
            KnownRequests known,
            LateExpiry late,
            NumberLimit numberLimit,
            TimeLimit timeLimit,
            UrgencyPolicy urgencies,
            Clock clock) {
        this.lists = lists;
        this.callbacks = callbacks;
        this.cases = cases;
        this.known = known;
        this.late = late;
        this.numberLimit = numberLimit;
        this.timeLimit = timeLimit;
        this.urgencies = urgencies;
        this.clock = clock;
    }

    /**
     * @param isNew false when the request was known by its external id
     */
    public record Taken(Callback callback, boolean isNew) {}

    /**
     * @throws InvalidField for an unknown list, an impossible number, times in the past, too far ahead or out of order,
     *     and an external id that is another request's
     * @throws TooManyRequests when the number has made very many requests of late
     */
    public Taken take(CallbackRequest request) {
        var list = list(request);
        return take(request, list, number(request, list), numberLimit::check);
    }

    /**
     * Takes in a row of a file, which somebody has looked at: however many there are of one number.
     *
     * @param once whether the same row counts as known even when its callback is closed by now
     * @throws InvalidField like {@link #take}
     */
    public Taken takeRow(CallbackRequest request, boolean once) {
        var list = list(request);
        var number = number(request, list);
        var before = once ? known.sameAsLast(request, list, number) : Optional.<Callback>empty();
        return before.map(callback -> new Taken(callback, false))
                .orElseGet(() -> take(request, list, number, unlimited -> {}));
    }

    /** Does work that takes in many rows; after a failure nothing of it may be kept. */
    public <T> T together(Supplier<T> work) {
        return cases.together(work);
    }

    private CallbackList list(CallbackRequest request) {
        return lists.findForShare(request.listId())
                .orElseThrow(() -> new InvalidField(
                        "listId", "names no list; ask GET /api/v1/lists for those there are", "UNKNOWN_LIST"));
    }

    private Taken take(CallbackRequest request, CallbackList list, String number, Consumer<String> limit) {
        for (int tries = 0; tries < TRIES; tries++) {
            var before = known.look(request, list, number);
            if (before.callback() != null) {
                return new Taken(before.callback(), false);
            }
            var asked = asked(request, list, number, before.use());
            if (tries == 0) {
                limit.accept(number);
            }
            if (callbacks.add(asked)) {
                return new Taken(started(asked.after()), true);
            }
            // Somebody else holds the number's place on the list, or sent the same external id at the same moment.
            var main = callbacks.lockMain(list.id(), number);
            if (main.isPresent() && !late.expires(main.get())) {
                var merged = asked.after().mergedInto(main.get());
                if (callbacks.add(merged)) {
                    return new Taken(started(merged.after()), true);
                }
            }
        }
        throw new PessimisticLockingFailureException("the main callback closed while a related one came in");
    }

    /**
     * What {@link #take} would refuse the request for, beyond its form: an impossible number, and times in the past, too
     * far ahead or out of order. Stores nothing.
     *
     * @param list the one that the request names
     */
    public List<FieldError> refusals(CallbackRequest request, CallbackList list) {
        var found = new ArrayList<FieldError>();
        collect(found, () -> number(request, list));
        collect(found, () -> times(request, list, list.hours().calendar()));
        return found;
    }

    private static void collect(List<FieldError> found, Supplier<Object> reading) {
        try {
            var unused = reading.get();
        } catch (InvalidField refusal) {
            found.addAll(refusal.errors());
        }
    }

    private Deadlines times(CallbackRequest request, CallbackList list, OpeningCalendar hours) {
        var now = clock.instant();
        var urgency = urgency(request, asRequest(request, list, request.phoneNumber(), 1), list, now);
        return RequestedTimes.of(request, urgency.on(list), hours, timeLimit, now);
    }

    private Change asked(CallbackRequest request, CallbackList list, String number, int use) {
        var now = clock.instant();
        var asked = asRequest(request, list, number, use);
        var urgency = urgency(request, asked, list, now);
        return Callback.requested(
                        Generators.timeBasedEpochGenerator().generate(),
                        asked,
                        RequestedTimes.of(request, urgency.on(list), list.hoursFor(number), timeLimit, now),
                        urgency.priority(),
                        now)
                .decidedFrom(urgency.facts());
    }

    private Urgency urgency(CallbackRequest request, Request asked, CallbackList list, Instant now) {
        var notBefore = request.notBefore();
        return urgencies.decide(list, asked, notBefore != null && notBefore.isAfter(now), now);
    }

    private static Request asRequest(CallbackRequest request, CallbackList list, String number, int use) {
        return new Request(
                list.id(),
                number,
                request.callerName(),
                request.source(),
                request.externalId(),
                use,
                request.attributes() == null ? Map.of() : request.attributes());
    }

    private static String number(CallbackRequest request, CallbackList list) {
        return PhoneNumbers.e164(
                request.phoneNumber(), list.region(), list.policy().specialNumbers());
    }

    private Callback started(Callback callback) {
        return cases.begin(callback);
    }
}
