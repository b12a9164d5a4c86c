package io.ringback.account.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.util.StringUtils;

/**
 * What the provider says about itself, asked when the first person signs in: the server starts without it, and does not
 * ask again and again while it is away.
 */
class OidcClient implements ClientRegistrationRepository {

    static final String REGISTRATION = "oidc";

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Pattern OTHER_ISSUER =
            Pattern.compile("Issuer \"([^\"]*)\" provided in the configuration metadata did not match");
    private static final Logger log = LoggerFactory.getLogger(OidcClient.class);

    private final OidcSettings settings;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile @Nullable String problem;
    private Instant askAgainAt = Instant.MIN;

    OidcClient(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("NullAway") // a client that there is not is null
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(REGISTRATION) ? get() : null;
    }

    /** @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException when it does not answer */
    ClientRegistration get() {
        var found = known;
        return found != null ? found : ask();
    }

    /** Why it could not be asked the last time that this failed; null if it never did. */
    @Nullable
    String problem() {
        return problem;
    }

    private ClientRegistration ask() {
        asking.lock();
        try {
            var found = known;
            if (found != null) {
                return found;
            }
            if (clock.instant().isBefore(askAgainAt)) {
                throw OidcRefusal.UNAVAILABLE.asException();
            }
            var discovered = discover();
            known = discovered;
            return discovered;
        } catch (IllegalArgumentException | IllegalStateException e) {
            problem = reason(e);
            log.warn("Nobody can sign in through the identity provider: {}", problem);
            log.debug("The identity provider cannot be asked", e);
            askAgainAt = clock.instant().plus(PAUSE);
            throw OidcRefusal.UNAVAILABLE.asException();
        } finally {
            asking.unlock();
        }
    }

    /** By name when it is another one than expected: the two often differ by a slash or a tenant only. */
    private String reason(RuntimeException failure) {
        var named = OTHER_ISSUER.matcher(String.valueOf(failure.getMessage()));
        return named.find()
                ? "it calls itself %s, but ringback.oidc.issuer is %s. Both have to be the same, to the letter"
                        .formatted(named.group(1), settings.issuer())
                : "%s cannot be read (%s)".formatted(settings.issuer(), cause(failure));
    }

    private static String cause(Throwable failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return "%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
    }

    private ClientRegistration discover() {
        var client = ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                .registrationId(REGISTRATION)
                .clientId(Objects.requireNonNull(settings.clientId()))
                .scope(settings.scopes());
        if (StringUtils.hasText(settings.clientSecret())) {
            client.clientSecret(settings.clientSecret());
        } else {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return client.build();
    }
}
