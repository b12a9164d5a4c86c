package io.ringback.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account.
 *
 * @param id rises with time
 * @param actor the account that did it; {@code setup}, {@code oidc} or {@code link} when it was none
 * @param type such as {@code CREATED}, {@code CHANGED}, {@code PASSWORD_CHOSEN}
 * @param changes what changed, as far as that may be told
 */
public record AccountEvent(long id, Instant at, String actor, String type, List<Change> changes) {

    /**
     * A field with another value than before.
     *
     * @param field {@code roles} (with spaces between them), {@code enabled}, {@code language}, {@code oidc} or
     *     {@code name}
     * @param from null for none, and for a name, which is personal
     */
    public record Change(
            String field, @Nullable String from, @Nullable String to) {}
}
