package io.ringback.evidence;

import java.util.HexFormat;

/** An event's number and hash. */
record HashedEvent(long id, String hash) {

    private static final int PRINT = 16;

    static HashedEvent of(long id, byte[] hash) {
        return new HashedEvent(id, HexFormat.of().formatHex(hash));
    }

    /** Enough of the hash to tell which event was changed. */
    String print() {
        return hash.substring(0, PRINT);
    }
}
