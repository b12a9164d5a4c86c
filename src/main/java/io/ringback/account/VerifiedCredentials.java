package io.ringback.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Passwords found right a while ago, so that not every request costs a password hash. What is remembered is that a
 * password belongs to a certain stored hash; it says nothing about any other, so that a changed password is seen at once
 * by whoever has read the account's row. Holds no passwords: its keys are made with a random secret of this process.
 */
@Component
class VerifiedCredentials {

    static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final SecretKeySpec secret;
    private final Cache<String, Boolean> right;
    private final Cache<String, Boolean> hashes;

    VerifiedCredentials(Clock clock) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.secret = new SecretKeySpec(random, "HmacSHA256");
        this.right = kept(clock);
        this.hashes = kept(clock);
    }

    private static Cache<String, Boolean> kept(Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /**
     * Whether the password belongs to the hash: remembered, or as the check says. Simultaneous requests with the same
     * credentials wait for one check.
     */
    boolean isRight(String user, String password, String hash, BooleanSupplier check) {
        // Nothing is remembered of a null.
        var found = right.get(key(user, password, hash), key -> check.getAsBoolean() ? true : null);
        if (found != null) {
            hashes.put(hash, true);
        }
        return found != null;
    }

    /** Whether it is known by now which password belongs to the hash, so that any other one is wrong. */
    boolean knowsPasswordOf(String hash) {
        return hashes.getIfPresent(hash) != null;
    }

    private String key(String user, String password, String hash) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            for (var part : new String[] {user, hash}) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
