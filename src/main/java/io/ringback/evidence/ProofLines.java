package io.ringback.evidence;

import io.ringback.evidence.EventRow.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as lines of JSON. What PostgreSQL keeps as JSON stands there as it writes it, byte for byte, since that is what was
 * hashed.
 */
final class ProofLines {

    /** Where PostgreSQL begins to count microseconds. */
    static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private ProofLines() {}

    static String name(Field field) {
        var words = field.name().toLowerCase(java.util.Locale.ROOT).split("_");
        var name = new StringBuilder(words[0]);
        for (var word = 1; word < words.length; word++) {
            name.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
        }
        return name.toString();
    }

    static boolean isObject(Field field) {
        return switch (field) {
            case BECAUSE, DETAILS, CHANGED, FACTS -> true;
            default -> false;
        };
    }

    /** @param text writes a text with its quotation marks */
    static void write(EventRow row, byte @Nullable [] salt, Text text, OutputStream out) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var field : Field.values()) {
            var value = row.value(field);
            if (value != null && field != Field.CODE) {
                line.write(line.size() == 0 ? '{' : ',');
                line.write(("\"" + name(field) + "\":").getBytes(StandardCharsets.US_ASCII));
                line.write(isObject(field) ? value.toBytes() : text.written(read(field, value)));
            }
        }
        if (salt != null) {
            line.write((",\"salt\":\"" + HexFormat.of().formatHex(salt) + "\"").getBytes(StandardCharsets.US_ASCII));
        }
        line.write("}\n".getBytes(StandardCharsets.US_ASCII));
        line.writeTo(out);
    }

    private static Object read(Field field, Slice value) {
        var bytes = value.toBytes();
        return switch (field) {
            case ID -> ByteBuffer.wrap(bytes).getLong();
            case AT ->
                EPOCH.plus(ByteBuffer.wrap(bytes).getLong(), ChronoUnit.MICROS).toString();
            case CALLBACK_ID -> {
                var buffer = ByteBuffer.wrap(bytes);
                yield new UUID(buffer.getLong(), buffer.getLong()).toString();
            }
            case WORDS_DIGEST -> HexFormat.of().formatHex(bytes);
            default -> new String(bytes, StandardCharsets.UTF_8);
        };
    }

    /** The bytes of a value as they were hashed. */
    static byte[] bytes(Field field, String text) {
        return switch (field) {
            case ID ->
                ByteBuffer.allocate(Long.BYTES).putLong(Long.parseLong(text)).array();
            case AT ->
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(ChronoUnit.MICROS.between(EPOCH, Instant.parse(text)))
                        .array();
            case CALLBACK_ID -> {
                var id = UUID.fromString(text);
                yield ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
            }
            case WORDS_DIGEST -> HexFormat.of().parseHex(text);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Writes a value as JSON. */
    interface Text {
        byte[] written(Object value) throws IOException;
    }
}
