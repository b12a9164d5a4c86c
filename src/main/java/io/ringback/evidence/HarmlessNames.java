package io.ringback.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of values that are never about a person, and so stay when words are erased. What else an object holds is left out, as
 * {@code ringback.audit_kept} does.
 */
record HarmlessNames(Set<String> names) {

    private static final HarmlessNames CODE = new HarmlessNames(Set.of("code"));

    /** What stays of an object, written as PostgreSQL writes it: the same slice when all of it does, null when nothing. */
    @Nullable
    Slice kept(@Nullable Slice object) {
        if (object == null || object.length() == 0 || object.at(0) != '{') {
            return null;
        }
        var kept = new ByteArrayOutputStream();
        var all = true;
        var place = 1;
        while (object.at(place) != '}') {
            var nameEnd = stringEnd(object, place);
            var valueEnd = valueEnd(object, nameEnd);
            if (names.contains(object.text(place + 1, nameEnd - 1))) {
                kept.writeBytes(ascii(kept.size() == 0 ? "{" : ", "));
                object.writeTo(kept, place, valueEnd);
            } else {
                all = false;
            }
            place = object.at(valueEnd) == ',' ? valueEnd + 2 : valueEnd;
        }
        if (kept.size() == 0) {
            return null;
        }
        kept.write('}');
        return all ? object : Slice.of(kept.toByteArray());
    }

    /** Whether a reason has nothing but its code. */
    static boolean isCode(@Nullable Slice because, @Nullable Slice code) {
        return code == null ? because == null : because != null && CODE.kept(because) == because;
    }

    /** Behind the quotation mark that ends the string that begins here. */
    private static int stringEnd(Slice text, int start) {
        var place = start + 1;
        while (text.at(place) != '"') {
            place += text.at(place) == '\\' ? 2 : 1;
        }
        return place + 1;
    }

    private static int valueEnd(Slice text, int start) {
        var depth = 0;
        var place = start;
        while (true) {
            switch (text.at(place)) {
                case '"' -> place = stringEnd(text, place) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth-- == 0) {
                        return place;
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        return place;
                    }
                }
                default -> {
                    // part of a value
                }
            }
            place++;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
