package io.ringback.erasure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** A file of requests as it was sent: text in any encoding whose digits are ASCII, or a workbook. */
record SentFile(byte[] content) {

    private static final int MOST_UNPACKED = 200_000_000;

    /** Also when it cannot be read to its end: nobody could say then that the number is not in it. */
    boolean mayHold(NumberPattern number) {
        if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
            return number.isIn(text(content));
        }
        try (var parts = new ZipInputStream(new ByteArrayInputStream(content))) {
            var left = MOST_UNPACKED;
            while (parts.getNextEntry() != null) {
                var part = parts.readNBytes(left);
                left -= part.length;
                if (left == 0 || number.isIn(text(part))) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Without the zeros that UTF-16 has between digits. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
