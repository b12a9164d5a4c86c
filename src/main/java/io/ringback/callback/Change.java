package io.ringback.callback;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.Changed;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A transition of a callback: the row before and after it, and what happened. Only {@link Callback} makes one, so that no
 * row is ever paired with an event of something else. What follows from it, follows from this.
 *
 * @param before null for a new callback
 */
public record Change(@Nullable Callback before, Callback after, CallbackEvent event) {

    private static final Map<String, Function<Callback, @Nullable Object>> VALUES = Map.ofEntries(
            Map.entry("listId", Callback::listId),
            Map.entry("eligibleAt", callback -> callback.deadlines().eligibleAt()),
            Map.entry("dueAt", callback -> callback.deadlines().dueAt()),
            Map.entry("expiresAt", callback -> callback.deadlines().expiresAt()),
            Map.entry("attemptCount", Callback::attemptCount),
            Map.entry("allocatedTo", Callback::holder),
            Map.entry("overdue", Callback::overdue),
            Map.entry("setAside", Callback::isSetAside),
            Map.entry("expeditedAt", callback -> callback.preference().expeditedAt()),
            Map.entry("keptFor", callback -> callback.preference().keptFor()),
            Map.entry("keptUntil", callback -> callback.preference().keptUntil()));

    /** The same as the change of this callback. */
    Change from(Callback callback) {
        return new Change(callback, after, event);
    }

    /** The same, decided from this: of what was asked for, and of what goes back to wait. */
    public Change decidedFrom(Map<String, Object> facts) {
        if (event instanceof CallbackEvent.Requested requested) {
            return new Change(before, after, new CallbackEvent.Requested(requested.priority(), facts));
        }
        return event instanceof CallbackEvent.Released released
                ? new Change(before, after, new CallbackEvent.Released(released.limit(), facts))
                : this;
    }

    /** What its agent had entered and not saved, when it leaves their hands by this; empty for nothing. */
    Optional<LeftDraft> left(Instant now) {
        var held = before == null ? null : before.holding();
        if (held == null || after.isHeldBy(held.agentId(), held.allocationId())) {
            return Optional.empty();
        }
        return Optional.ofNullable(held.entered()).map(draft -> LeftDraft.of(held, draft, now));
    }

    /** Whether anything of the row is another now. */
    boolean changesRow() {
        return !after.equals(before);
    }

    /** Whether it may be offered from now on, and could not before: idle agents are woken. */
    public boolean makesOffer() {
        return after.isOnOffer() && (before == null || !before.isOnOffer());
    }

    boolean isTold() {
        return event instanceof CallbackEvent.Told;
    }

    /** The agents on whose desks it is or was. */
    Set<String> desks() {
        var agents = new LinkedHashSet<String>();
        Stream.of(Optional.ofNullable(before), Optional.of(after))
                .flatMap(Optional::stream)
                .map(Callback::holder)
                .filter(Objects::nonNull)
                .forEach(agents::add);
        return agents;
    }

    /** What the audit trail keeps of it; empty for what is told to nobody. */
    Optional<AuditEntry> entry() {
        return event instanceof CallbackEvent.Told told
                ? Optional.of(told.entry(
                        after.id(),
                        after.listId(),
                        agentId(),
                        before == null ? null : before.status(),
                        after.status(),
                        changed()))
                : Optional.empty();
    }

    /** The values that are others than before, by their names in the contract. */
    private Map<String, Changed> changed() {
        var changed = new TreeMap<String, Changed>();
        if (before != null) {
            VALUES.forEach((name, value) -> {
                var old = value.apply(before);
                var now = value.apply(after);
                if (!Objects.equals(old, now)) {
                    changed.put(name, new Changed(old, now));
                }
            });
        }
        return changed;
    }

    private @Nullable String agentId() {
        var holder = after.holder();
        if (event instanceof SteeringEvent.Given given) {
            return given.agentId();
        }
        return holder != null || before == null ? holder : before.holder();
    }
}
