package io.ringback.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that wants to be told of changes.
 *
 * @param disabledBecause why the server itself has disabled it
 * @param secrets what a message is signed with: the present one, and for a while the one before
 * @param version counts the changes; a change names the version it was made on
 */
record Webhook(UUID id, Wish wish, @Nullable String disabledBecause, Secrets secrets, Instant createdAt, long version) {

    /**
     * What an administrator decides about it.
     *
     * @param url where events are sent; may hold a secret, so it stands in no log and no audit row
     * @param types which events, as they are called outside; none means all
     * @param lists events of which lists; none means all, and those of receptions, which belong to no list
     * @param includePersonalData whether events carry the number and the name of the caller
     */
    record Wish(
            String name,
            String url,
            List<String> types,
            List<String> lists,
            boolean includePersonalData,
            boolean enabled) {

        /** Without the address. */
        @Override
        public String toString() {
            return "Wish[name=%s, types=%s, lists=%s]".formatted(name, types, lists);
        }
    }

    /** @param previousUntil when the one before is forgotten */
    record Secrets(
            Secret present,
            @Nullable Secret previous,
            @Nullable Instant previousUntil) {

        /** Those that count at this moment, the present one first. */
        List<Secret> at(Instant now) {
            return previous == null || previousUntil == null || !previousUntil.isAfter(now)
                    ? List.of(present)
                    : List.of(present, previous);
        }
    }

    URI target() {
        return URI.create(wish.url());
    }

    /** The host alone, which may stand in logs. */
    String host() {
        return target().getHost();
    }
}
