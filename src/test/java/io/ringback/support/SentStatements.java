package io.ringback.support;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the statements that a client of PostgreSQL sends on one connection: what it executes, by either protocol. */
final class SentStatements {

    private static final int TYPE_AND_LENGTH = 5;
    private static final int VERSION_3 = 196_608;

    private final AtomicLong count;
    private final byte[] head = new byte[TYPE_AND_LENGTH + Integer.BYTES];
    private boolean isGreeting = true;
    private int headRead;
    private long toSkip;

    SentStatements(AtomicLong count) {
        this.count = count;
    }

    void read(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (toSkip > 0) {
                var skipped = (int) Math.min(toSkip, length - i);
                toSkip -= skipped;
                i += skipped - 1;
            } else {
                head[headRead++] = bytes[i];
                if (isGreeting) {
                    greet();
                } else if (headRead == TYPE_AND_LENGTH) {
                    message();
                }
            }
        }
    }

    /** Messages before the first real one have no type: whether there is TLS, then who it is. */
    private void greet() {
        if (headRead == 2 * Integer.BYTES) {
            toSkip = number(0) - 2 * Integer.BYTES;
            isGreeting = number(Integer.BYTES) != VERSION_3;
            headRead = 0;
        }
    }

    private void message() {
        if (head[0] == 'E' || head[0] == 'Q') {
            count.incrementAndGet();
        }
        toSkip = number(1) - Integer.BYTES;
        headRead = 0;
    }

    private int number(int at) {
        return (head[at] & 0xff) << 24 | (head[at + 1] & 0xff) << 16 | (head[at + 2] & 0xff) << 8 | head[at + 3] & 0xff;
    }
}
