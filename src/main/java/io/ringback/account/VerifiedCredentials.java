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
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Credentials found right a short while ago, so that not every request costs a password hash. Holds no passwords: its
 * keys are made with a random secret of this process. A change of an account is seen at once on the node that made it
 * and within {@link #KEPT} on others.
 */
@Component
class VerifiedCredentials {

    static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final SecretKeySpec secret;
    private final Cache<String, Account> cache;

    VerifiedCredentials(Clock clock) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.secret = new SecretKeySpec(random, "HmacSHA256");
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /**
     * The account of these credentials: remembered, or as the check says. Simultaneous requests with the same
     * credentials wait for one check, which throws if they are wrong.
     */
    Account get(String user, String password, Supplier<Account> check) {
        return cache.get(key(user, password), key -> check.get());
    }

    void forget(String id) {
        cache.asMap().values().removeIf(account -> account.id().equals(id));
    }

    private String key(String user, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(user.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] digest = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
