package io.ringback.erasure;

import io.ringback.number.PhoneNumbers;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds numbers in texts, in whatever writing: with or without their country, with whatever stands between the digits. Java
 * and PostgreSQL read it alike.
 *
 * @param regex to be found somewhere in a text
 */
record NumberPattern(String regex) {

    private static final String BETWEEN = "[^0-9A-Za-z]{0,3}";

    /** Fewer digits mean too many things, unless their country stands before them. */
    private static final int TELLING = 7;

    /** @param numbers in E.164 */
    static NumberPattern of(Collection<String> numbers) {
        return new NumberPattern(numbers.stream().map(NumberPattern::of).collect(Collectors.joining("|")));
    }

    boolean isIn(String text) {
        return Pattern.compile(regex).matcher(text).find();
    }

    private static String of(String e164) {
        var digits = PhoneNumbers.withinCountry(e164);
        var country = e164.substring(1, Math.max(1, e164.length() - digits.length()));
        var before = digits.length() < TELLING ? spread(country) : "^|[^0-9]|0|" + spread(country);
        return "(%s)%s%s($|[^0-9])".formatted(before, BETWEEN, spread(digits));
    }

    private static String spread(String digits) {
        return digits.chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining(BETWEEN));
    }
}
