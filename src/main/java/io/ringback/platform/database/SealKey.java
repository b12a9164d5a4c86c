package io.ringback.platform.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of AES-256, used in GCM with a random nonce of 96 bits for each text. */
final class SealKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final String id;

    private SealKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        this.id = fingerprint(key);
    }

    /** @throws SealFailure when it is no key; what it is instead is not repeated */
    static SealKey of(String base64) {
        try {
            var bytes =
                    Base64.getDecoder().decode(base64.strip().replace('-', '+').replace('_', '/'));
            if (bytes.length == KEY_BYTES) {
                return new SealKey(bytes);
            }
        } catch (IllegalArgumentException e) {
            throw noKey();
        }
        throw noKey();
    }

    static String random() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Tells keys from each other, and nothing about them. */
    String id() {
        return id;
    }

    /** @param about what the text belongs to; it can be opened for nothing else */
    String seal(String text, String about) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** @throws GeneralSecurityException when it was changed, or is about something else */
    String open(String sealed, String about) throws GeneralSecurityException {
        var bytes = Base64.getDecoder().decode(sealed);
        if (bytes.length <= NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        var text = cipher(Cipher.DECRYPT_MODE, nonce, about).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        return new String(text, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String fingerprint(byte[] key) {
        return HexFormat.of().formatHex(Sha256.of("ringback key id".getBytes(StandardCharsets.US_ASCII), key), 0, 4);
    }

    private static SealFailure noKey() {
        return new SealFailure("A key in ringback.secrets is not 32 bytes in Base64.");
    }
}
