package io.ringback.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Http;
import java.util.regex.Pattern;

/** Callers whom nobody but a test has: their name, and their numbers. */
final class Planted {

    static final String NAME = "Zyxberg";

    /** All planted numbers and names, whatever stands between the digits. */
    static final Pattern EVERYWHERE = Pattern.compile(
            "(?i)zyxberg|(?<![0-9a-z])([+]?358|00358|0)?B50B777B[0-9]{4}(?![0-9a-z])".replace("B", "[^0-9a-z]{0,3}"));

    private Planted() {}

    static String number(int caller) {
        return "+35850777%04d".formatted(caller);
    }

    static String spaced(int caller) {
        return "050-777 %04d".formatted(caller);
    }

    static void ok(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }
}
