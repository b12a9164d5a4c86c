package io.ringback.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that wants to be told of changes.
 *
 * @param disabledBecause why the server itself has disabled it
 * @param secrets what a message is signed with: the present one, and for a while those before
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

    /**
     * As they are stored: sealed.
     *
     * @param former those that were replaced, the last replaced first
     */
    record Secrets(String present, List<Former> former) {

        /** Those that count at this moment, the present one first. */
        List<String> at(Instant now) {
            return Stream.concat(
                            Stream.of(present),
                            former.stream()
                                    .filter(one -> one.until().isAfter(now))
                                    .map(Former::secret))
                    .toList();
        }

        /** When the last replaced one stops counting, or has stopped; null when there is none. */
        @Nullable
        Instant previousUntil() {
            return former.isEmpty() ? null : former.get(0).until();
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Secrets[]";
        }
    }

    /** @param until when it stops counting */
    record Former(String secret, Instant until) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Former[until=%s]".formatted(until);
        }
    }

    /** One that was given a secret, which its receiver has to be told. */
    record WithSecret(Webhook webhook, Secret secret) {}

    URI target() {
        return URI.create(TargetAddress.ascii(wish.url()));
    }

    /** The host alone, which may stand in logs. */
    String host() {
        return target().getHost();
    }
}
