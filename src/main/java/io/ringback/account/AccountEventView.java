package io.ringback.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ringback.audit.Changed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account, as the contract tells it; see {@link PastAccountEvent}.
 *
 * @param changes what changed, as far as that may be told
 * @param written what 0.1.0 has written instead of changes; left out where it has not
 */
record AccountEventView(
        long id,
        Instant at,
        String actor,
        String type,
        List<Change> changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String written) {

    static AccountEventView of(PastAccountEvent event) {
        var changes = event.changed().entrySet().stream()
                .map(change -> Change.of(change.getKey(), change.getValue()))
                .toList();
        return new AccountEventView(event.id(), event.at(), event.actor(), event.type(), changes, event.written());
    }

    /**
     * A field with another value than before.
     *
     * @param field {@code roles} (with spaces between them), {@code groups} (with commas), {@code enabled}, {@code language}, {@code oidc} or
     *     {@code name}; of a token {@code token} (its name), {@code roles}, {@code lists} (with commas) and {@code expiresAt}
     * @param from null for none, and for a name, which is personal
     */
    record Change(
            String field, @Nullable String from, @Nullable String to) {

        static Change of(String field, Changed changed) {
            return new Change(field, text(field, changed.before()), text(field, changed.after()));
        }

        private static @Nullable String text(String field, @Nullable Object value) {
            if (value instanceof Collection<?> several) {
                return several.isEmpty()
                        ? null
                        : several.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(field.equals("roles") ? " " : ", "));
            }
            return value == null ? null : value.toString();
        }
    }
}
