package io.ringback.evidence;

import io.ringback.evidence.EventRow.Field;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Hashes events, one after the other, as decision 076 says: what stays as it is, and what was said only by way of a hash with
 * salt, which can stand for it when it is erased.
 */
final class EventHash {

    private final HarmlessNames harmless;
    private final MessageDigest digest = sha256();

    EventHash(HarmlessNames harmless) {
        this.harmless = harmless;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether a salt is needed: there are words, and they are not erased. */
    boolean needsSalt(EventRow row) {
        return row.value(Field.WORDS_DIGEST) == null && hasWords(row);
    }

    /** Whether something is there that should have been erased with the rest. */
    boolean isHalfErased(EventRow row) {
        return row.value(Field.WORDS_DIGEST) != null && hasWords(row);
    }

    private boolean hasWords(EventRow row) {
        var code = row.value(Field.CODE);
        return !Slice.same(row.value(Field.REASON), code)
                || !HarmlessNames.isCode(row.value(Field.BECAUSE), code)
                || isMore(row.value(Field.DETAILS))
                || isMore(row.value(Field.CHANGED))
                || isMore(row.value(Field.FACTS));
    }

    private boolean isMore(@Nullable Slice object) {
        return harmless.kept(object) != object;
    }

    /** @param salt null for an event that needs none */
    byte[] of(EventRow row, byte @Nullable [] salt) {
        var words = row.value(Field.WORDS_DIGEST);
        if (words == null && salt != null) {
            digest.update(salt);
            row.written(Field.REASON, Field.FACTS).writeTo(digest);
            words = Slice.of(digest.digest());
        }
        row.written(Field.ID, Field.CODE).writeTo(digest);
        add(harmless.kept(row.value(Field.DETAILS)));
        add(harmless.kept(row.value(Field.CHANGED)));
        add(harmless.kept(row.value(Field.FACTS)));
        add(words);
        return digest.digest();
    }

    private void add(@Nullable Slice value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : value.length())
                .array());
        if (value != null) {
            value.writeTo(digest);
        }
    }
}
