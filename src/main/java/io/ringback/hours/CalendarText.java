package io.ringback.hours;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an iCalendar file, unfolded (RFC 5545, 3.1). Lines are put together before they become text, because some
 * programs fold between the bytes of one character; and each line is read in the coding it is in, because some programs
 * paste lines of another coding into a file.
 */
final class CalendarText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int END_OF_FILE = 0x1A;

    private final Charset otherwise;
    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private CalendarText(Charset otherwise) {
        this.otherwise = otherwise;
    }

    /** @param declared the coding that the sender names, for lines that are not in UTF-8; null when none is named */
    static List<String> lines(byte[] file, @Nullable Charset declared) {
        var bytes = inUtf8(file, declared);
        var text = new CalendarText(
                declared == null || isUnicode(declared) || declared.equals(StandardCharsets.US_ASCII)
                        ? WINDOWS
                        : declared);
        text.unfold(bytes);
        return text.lines;
    }

    private void unfold(byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            var end = at;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            var isFolded = at < end && (bytes[at] == ' ' || bytes[at] == '\t') && line.size() > 0;
            if (!isFolded) {
                finish();
            }
            var from = isFolded ? at + 1 : at;
            line.write(bytes, from, end - from);
            at = end + (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
        }
        finish();
    }

    private void finish() {
        if (line.size() > 0) {
            var text = withoutControls(decoded(line.toByteArray()));
            if (!text.isBlank()) {
                lines.add(text);
            }
            line.reset();
        }
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, otherwise);
        }
    }

    private static String withoutControls(String text) {
        return text.chars().noneMatch(CalendarText::isControl)
                ? text
                : text.codePoints()
                        .filter(point -> !isControl(point))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isControl(int point) {
        return point < ' ' && point != '\t' || point == 0x7F || point == 0xFEFF;
    }

    private static byte[] inUtf8(byte[] file, @Nullable Charset declared) {
        var wide = wideCoding(file, declared);
        if (wide != null) {
            return new String(file, wide).getBytes(StandardCharsets.UTF_8);
        }
        var length = file.length;
        while (length > 0 && (file[length - 1] == 0 || file[length - 1] == END_OF_FILE)) {
            length--;
        }
        return Arrays.copyOf(file, length);
    }

    private static @Nullable Charset wideCoding(byte[] bytes, @Nullable Charset declared) {
        if (bytes.length < 2) {
            return null;
        }
        var first = bytes[0] & 0xFF;
        var second = bytes[1] & 0xFF;
        if (first == 0xFF && second == 0xFE || second == 0 && first != 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFE && second == 0xFF || first == 0 && second != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return declared != null && declared.name().startsWith("UTF-16") && first == 0 ? declared : null;
    }

    private static boolean isUnicode(Charset charset) {
        return charset.name().startsWith("UTF-");
    }
}
