package io.ringback.account;

import io.ringback.platform.database.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret that is told to one person and works once; the server keeps only its hash. */
record OneTimeToken(String text) {

    private static final int BYTES = 20;

    /** A fresh one, of 160 random bits. */
    static OneTimeToken random() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new OneTimeToken(HexFormat.of().formatHex(random));
    }

    /** Its SHA-256, in hex. */
    String hash() {
        return Sha256.hex(text.strip());
    }

    @Override
    public String toString() {
        return "OneTimeToken[]";
    }
}
