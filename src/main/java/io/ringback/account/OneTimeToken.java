package io.ringback.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret that is told to one person and works once; the server keeps only its hash. */
record OneTimeToken(String text) {

    private static final int BYTES = 20;

    /** A fresh one, of 160 random bits. */
    static OneTimeToken random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new OneTimeToken(HexFormat.of().formatHex(random));
    }

    /** Its SHA-256, in hex. */
    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.strip().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "OneTimeToken[]";
    }
}
