package io.ringback.account;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a program's token, without its secret.
 *
 * @param name tells it from the account's other tokens
 * @param roles those of its account that it has, as long as the account has them
 * @param lists the only lists it reaches; null for all that there are and will be
 * @param createdBy the account that made it
 * @param expiresAt when it stops working by itself; null for never
 * @param lastUsedAt to the hour; null when it never was
 */
public record Token(
        UUID id,
        String name,
        Set<Role> roles,
        @Nullable Set<String> lists,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public Token {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        lists = lists == null ? null : Collections.unmodifiableSet(new TreeSet<>(lists));
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
