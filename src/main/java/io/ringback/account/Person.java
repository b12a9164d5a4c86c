package io.ringback.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param lastSignInAt when somebody last signed in to the pages with it
 * @param hasPassword whether a password is set
 * @param linkExpiresAt until when a link to choose one works; null when there is none
 * @param oidcKnown whether its owner has signed in through the identity provider
 */
public record Person(
        @JsonUnwrapped Account account,
        @Nullable Instant lastSignInAt,
        boolean hasPassword,
        @Nullable Instant linkExpiresAt,
        boolean oidcKnown) {}
