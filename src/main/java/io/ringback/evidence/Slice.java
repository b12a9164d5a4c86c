package io.ringback.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some bytes among others. */
final class Slice {

    private final byte[] bytes;
    private final int start;
    private final int end;

    Slice(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    int length() {
        return end - start;
    }

    byte at(int place) {
        return bytes[start + place];
    }

    /** Of part of it, in UTF-8. */
    String text(int from, int to) {
        return new String(bytes, start + from, to - from, StandardCharsets.UTF_8);
    }

    byte[] toBytes() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    void writeTo(ByteArrayOutputStream out, int from, int to) {
        out.write(bytes, start + from, to - from);
    }

    void writeTo(MessageDigest digest) {
        digest.update(bytes, start, end - start);
    }

    static boolean same(@Nullable Slice one, @Nullable Slice other) {
        return one == null || other == null
                ? one == other
                : Arrays.equals(one.bytes, one.start, one.end, other.bytes, other.start, other.end);
    }
}
