package io.ringback.intake;

import com.fasterxml.uuid.Generators;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Request;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.FieldError;
import io.ringback.platform.InvalidField;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Takes requests in: reads the number, sets the deadlines, merges what is related. Joins the caller's transaction. */
@Service
public class Intake {

    private static final int TRIES = 3;

    private final Lists lists;
    private final Callbacks callbacks;
    private final CaseProcess process;
    private final Clock clock;

    Intake(Lists lists, Callbacks callbacks, CaseProcess process, Clock clock) {
        this.lists = lists;
        this.callbacks = callbacks;
        this.process = process;
        this.clock = clock;
    }

    /**
     * @param isNew false when the request was known by its external id
     */
    public record Taken(Callback callback, boolean isNew) {}

    /** @throws InvalidField for an unknown list, an impossible number, or times in the past or out of order */
    public Taken take(CallbackRequest request) {
        var list = lists.keep(request.listId())
                .orElseThrow(() -> new InvalidField(
                        "listId", "names no list; ask GET /api/v1/lists for those there are", "UNKNOWN_LIST"));
        var known = known(request);
        if (known.isPresent()) {
            return new Taken(known.get(), false);
        }
        var asked = asked(request, list);
        for (int tries = 0; tries < TRIES; tries++) {
            if (callbacks.add(asked)) {
                return new Taken(started(asked), true);
            }
            // Somebody else holds the number's place on the list, or sent the same external id at the same moment.
            var twin = known(request);
            if (twin.isPresent()) {
                return new Taken(twin.get(), false);
            }
            var main = callbacks.lockMain(asked.listId(), asked.request().phoneNumber());
            if (main.isPresent()) {
                var merged = asked.mergedInto(main.get());
                if (callbacks.add(merged)) {
                    return new Taken(started(merged), true);
                }
            }
        }
        throw new PessimisticLockingFailureException("the main callback closed while a related one came in");
    }

    /**
     * What {@link #take} would refuse the request for, beyond its form: an impossible number, and times in the past or
     * out of order. Stores nothing.
     *
     * @param list the one that the request names
     */
    public List<FieldError> refusals(CallbackRequest request, CallbackList list) {
        var found = new ArrayList<FieldError>();
        collect(found, () -> number(request, list));
        collect(found, () -> RequestedTimes.of(request, list, list.hours().calendar(), clock.instant()));
        return found;
    }

    private static void collect(List<FieldError> found, Supplier<Object> reading) {
        try {
            var unused = reading.get();
        } catch (InvalidField refusal) {
            found.addAll(refusal.errors());
        }
    }

    private Callback asked(CallbackRequest request, CallbackList list) {
        var now = clock.instant();
        var number = number(request, list);
        return Callback.requested(
                Generators.timeBasedEpochGenerator().generate(),
                new Request(
                        list.id(),
                        number,
                        request.callerName(),
                        request.source(),
                        request.externalId(),
                        request.attributes() == null ? Map.of() : request.attributes()),
                RequestedTimes.of(request, list, list.hoursFor(number), now),
                now);
    }

    private static String number(CallbackRequest request, CallbackList list) {
        return PhoneNumbers.e164(
                request.phoneNumber(), list.region(), list.policy().specialNumbers());
    }

    private Callback started(Callback callback) {
        process.start(callback);
        return callback;
    }

    private Optional<Callback> known(CallbackRequest request) {
        var externalId = request.externalId();
        return externalId == null ? Optional.empty() : callbacks.byExternalId(request.source(), externalId);
    }
}
