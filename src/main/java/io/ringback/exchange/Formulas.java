package io.ringback.exchange;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula, which could read other cells or start programs.
 *
 * <p>The rule (after OWASP's "CSV injection"): a text whose first character, blanks aside, is {@code = + - @}, or that
 * begins with a tab or a line end, gets an apostrophe before it. What is nothing but a number, a telephone number in
 * E.164 included, is left as it is: it calculates nothing.
 */
final class Formulas {

    private static final String BEGINNINGS = "=+-@\uff1d\uff0b\uff0d\uff20";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private Formulas() {}

    static String defused(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** What {@link #defused} was made of; so that what was exported can be imported. */
    static String fused(String cell) {
        return cell.startsWith("'") && isDangerous(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isDangerous(String text) {
        if (text.isEmpty() || NUMBER.matcher(text).matches()) {
            return false;
        }
        var bare = text.stripLeading();
        return "\t\r\n".indexOf(text.charAt(0)) >= 0 || !bare.isEmpty() && BEGINNINGS.indexOf(bare.charAt(0)) >= 0;
    }
}
