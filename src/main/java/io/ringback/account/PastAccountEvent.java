package io.ringback.account;

import io.ringback.audit.Changed;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account, as it was kept.
 *
 * @param id rises with time
 * @param actor the account that did it; {@code setup}, {@code oidc} or {@code link} when it was none
 * @param type such as {@code CREATED}, {@code CHANGED}, {@code PASSWORD_CHOSEN}
 * @param changed what changed, as far as that may be told, by the names of the contract
 * @param written what an earlier version has written instead of values, as it is; null where there are values, or nothing
 */
public record PastAccountEvent(
        long id,
        Instant at,
        String actor,
        String type,
        Map<String, Changed> changed,
        @Nullable String written) {}
