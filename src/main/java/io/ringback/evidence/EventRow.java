package io.ringback.evidence;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is hashed: its values one after the other, each behind its length in four bytes, which is -1 for none. That is
 * how PostgreSQL copies rows in its binary format, so what it sends is hashed as it comes.
 */
final class EventRow {

    /** What is asked for of {@code audit_event}, in the order of {@link Field}. */
    static final String COLUMNS = """
            id, at, actor, type, callback_id, list_id, agent_id, from_status, to_status, because ->> 'code', reason,
            because::text, details::text, changed::text, facts::text, words_digest""";

    enum Field {
        ID,
        AT,
        ACTOR,
        TYPE,
        CALLBACK_ID,
        LIST_ID,
        AGENT_ID,
        FROM_STATUS,
        TO_STATUS,
        CODE,
        REASON,
        BECAUSE,
        DETAILS,
        CHANGED,
        FACTS,
        WORDS_DIGEST
    }

    private static final int FIELDS = Field.values().length;

    private final byte[] bytes;
    private final int[] ends = new int[FIELDS + 1];

    /** @param start where the length of the first value is */
    EventRow(byte[] bytes, int start) {
        this.bytes = bytes;
        var buffer = ByteBuffer.wrap(bytes);
        ends[0] = start;
        for (var field = 0; field < FIELDS; field++) {
            ends[field + 1] = ends[field] + Integer.BYTES + Math.max(buffer.getInt(ends[field]), 0);
        }
    }

    long id() {
        return ByteBuffer.wrap(bytes).getLong(ends[0] + Integer.BYTES);
    }

    /** The nil UUID for none. */
    UUID callbackId() {
        var value = value(Field.CALLBACK_ID);
        if (value == null) {
            return new UUID(0, 0);
        }
        var buffer = ByteBuffer.wrap(value.toBytes());
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** Null for none. */
    @Nullable
    Slice value(Field field) {
        var start = ends[field.ordinal()] + Integer.BYTES;
        var length = ByteBuffer.wrap(bytes).getInt(ends[field.ordinal()]);
        return length < 0 ? null : new Slice(bytes, start, start + length);
    }

    /** The values from one to another with their lengths. */
    Slice written(Field first, Field last) {
        return new Slice(bytes, ends[first.ordinal()], ends[last.ordinal() + 1]);
    }
}
