package io.ringback.webhook;

import io.ringback.support.EventReceiver.Received;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver does, written after the specification of Standard Webhooks and without the sender's code. */
final class SignatureCheck {

    private SignatureCheck() {}

    /** Whether any of the signatures is right for the message as it came. */
    static boolean accepts(String secret, Received message) {
        var signed = message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.text();
        var expected = signature(secret, signed);
        return List.of(message.header("webhook-signature").split(" ")).stream()
                .filter(one -> one.startsWith("v1,"))
                .map(one -> Base64.getDecoder().decode(one.substring(3)))
                .anyMatch(one -> MessageDigest.isEqual(one, expected));
    }

    private static byte[] signature(String secret, String signed) {
        try {
            var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
