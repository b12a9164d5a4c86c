package io.ringback.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.ringback.support.EventReceiver.Received;
import java.util.List;

/** What a receiver does, with the library of Standard Webhooks. */
final class SignatureCheck {

    private SignatureCheck() {}

    /** Whether any of the signatures is right for the message as it came. */
    static boolean accepts(String secret, Received message) {
        return List.of(message.header("webhook-signature").split(" ")).contains(expected(secret, message));
    }

    private static String expected(String secret, Received message) {
        try {
            return new Webhook(secret)
                    .sign(
                            message.header("webhook-id"),
                            Long.parseLong(message.header("webhook-timestamp")),
                            message.text());
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }
}
