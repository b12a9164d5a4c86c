package io.ringback.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.ringback.audit.Actor;
import io.ringback.audit.AuditTrail;
import io.ringback.auditor.Reads;
import io.ringback.intake.Cancellations;
import io.ringback.platform.database.Sha256;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Forgets a caller who asks for it, by number: first shows what would go, then does it. */
@Service
public class Erasures {

    private static final int MOST_SHOWN = 1_000;
    private static final int MOST_PAST = 50;

    private final SoughtNumbers numbers;
    private final JdbcPlaces places;
    private final JdbcElsewhere elsewhere;
    private final JdbcErasures rows;
    private final Cancellations cancellations;
    private final Forgetting forgetting;
    private final Reads reads;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Clock clock;

    Erasures(
            SoughtNumbers numbers,
            JdbcPlaces places,
            JdbcElsewhere elsewhere,
            JdbcErasures rows,
            Cancellations cancellations,
            Forgetting forgetting,
            Reads reads,
            AuditTrail audit,
            Transactions transactions,
            ObjectMapper json,
            Clock clock) {
        this.numbers = numbers;
        this.places = places;
        this.elsewhere = elsewhere;
        this.rows = rows;
        this.cancellations = cancellations;
        this.forgetting = forgetting;
        this.reads = reads;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What would go. It is recorded that somebody has looked.
     *
     * @throws InvalidField for what is not the number of one caller, and a reason that repeats it
     */
    public Found preview(String phoneNumber, String reason) {
        return transactions.run(() -> {
            var sought = numbers.checked(phoneNumber, reason);
            var found = found(sought, rows.of(sought));
            audit.record(new ErasureEvent.Previewed(found.callbacks(), reason).entry());
            return found;
        });
    }

    /**
     * Cancels what is open and forgets it all. What agents have in a call stays with them and is forgotten after it. What
     * comes in from now on is a new request. Done twice, the second time finds nothing.
     *
     * @param previewed what {@link Found#previewed} was in a preview; null when nobody has looked
     * @throws InvalidField like {@link #preview}
     * @throws Conflict when there is more or less now than was previewed
     */
    public Erased erase(String phoneNumber, String reason, @Nullable String previewed) {
        var id = Generators.timeBasedEpochGenerator().generate();
        var by = Actor.current();
        var found = transactions.run(() -> begun(id, by, phoneNumber, reason, previewed));
        while (forgetting.someAskedFor() > 0) {
            Thread.onSpinWait(); // there may be thousands, some of them in each transaction
        }
        return new Erased(id, clock.instant(), by, reason, rows.pending(id), found);
    }

    /** The newest, with what went by each. */
    public List<PastErasure> past() {
        return rows.newest(MOST_PAST);
    }

    /** In one transaction, so that from its end on it happens, whatever happens to the server. */
    private Found begun(UUID id, String by, String phoneNumber, String reason, @Nullable String previewed) {
        var sought = numbers.checked(phoneNumber, reason);
        var before = rows.of(sought);
        var found = found(sought, before);
        if (previewed != null && !previewed.equals(found.previewed())) {
            throw new Conflict("Expected what was previewed, but there is more or less of the number now. Look again.");
        }
        elsewhere.forget(ids(before), NumberPattern.of(sought));
        sought.forEach(reads::forget);
        var all = rows.of(sought); // rows of files may have been taken in until now
        all.stream()
                .filter(callback -> callback.closedAt() == null)
                .forEach(callback -> cancellations.cancelIfOpen(callback.id(), reason));
        rows.add(id, by, clock.instant(), reason, written(found.kinds()));
        rows.take(id, ids(all));
        audit.record(new ErasureEvent.Erased(id, found, reason).entry());
        return found;
    }

    private Found found(Set<String> sought, List<JdbcErasures.FoundCallback> callbacks) {
        var ids = ids(callbacks);
        var number = NumberPattern.of(sought);
        var kinds = new TreeMap<>(places.count(ids));
        kinds.putAll(elsewhere.count(ids, number));
        var recordings = Stream.concat(
                        callbacks.stream().map(JdbcErasures.FoundCallback::said).filter(said -> said != null),
                        rows.recordings(ids).stream())
                .toList();
        var deliveries = kinds.remove(JdbcPlaces.DELIVERIES.kind());
        var events = kinds.remove(JdbcPlaces.EVENTS.kind());
        kinds.values().removeIf(count -> count == 0);
        return new Found(
                fingerprint(callbacks, kinds),
                callbacks.size(),
                events,
                recordings.size(),
                deliveries,
                kinds,
                callbacks.stream()
                        .limit(MOST_SHOWN)
                        .map(each -> new Found.Case(
                                each.id(), each.listId(), each.status(), each.createdAt(), each.closedAt()))
                        .toList(),
                recordings.stream().limit(MOST_SHOWN).toList(),
                elsewhere.mentions(ids, number).stream()
                        .map(each -> new Found.Mention(each.place(), each.id(), each.name()))
                        .toList());
    }

    /** What was looked at: not how many events, which looking at it makes more. */
    private static String fingerprint(List<JdbcErasures.FoundCallback> callbacks, TreeMap<String, Long> kinds) {
        var seen = new StringBuilder(kinds.toString());
        callbacks.forEach(each -> seen.append(each.id()).append(each.status()));
        return Sha256.hex(seen.toString());
    }

    private static List<UUID> ids(List<JdbcErasures.FoundCallback> callbacks) {
        return callbacks.stream().map(JdbcErasures.FoundCallback::id).toList();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts can always be written as JSON", e);
        }
    }
}
