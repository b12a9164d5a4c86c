package io.ringback.webhook;

import io.ringback.platform.database.Seal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the sender and the receiver of a webhook both know: 32 random bytes, written {@code whsec_…} in Base64 (Standard
 * Webhooks, "Signature scheme").
 */
record Secret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** As it is stored: sealed, for this webhook alone. */
    String sealed(Seal seal, UUID webhook) {
        return seal.close(text, webhook.toString());
    }

    /** @throws SealFailure when what is stored cannot be read with the keys of this server */
    static Secret opened(Seal seal, UUID webhook, String stored) {
        return new Secret(seal.open(stored, webhook.toString()));
    }

    /**
     * What is stored, as it is to be stored from now on.
     *
     * @throws SealFailure like {@link #opened}
     */
    static String resealed(Seal seal, UUID webhook, String stored) {
        return seal.renewed(stored, webhook.toString());
    }

    /** The signature of a message, as it stands in the header {@code webhook-signature}. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), "HmacSHA256"));
            mac.update("%s.%s.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Secret[]";
    }
}
