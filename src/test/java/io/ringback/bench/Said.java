package io.ringback.bench;

import java.util.Locale;

/** What a run tells while it runs. */
final class Said {

    private Said() {}

    static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
