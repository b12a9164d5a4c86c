package io.ringback.exchange;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula, which could read other cells or start programs; also those that
 * open the file with another separator than it was written with, so that a cell begins in the midst of a text.
 *
 * <p>The rule (after OWASP's "CSV injection"): one apostrophe is put at the beginning of the text, and behind each separator
 * in it ({@code , ; |}, tab, line end, and their full-width forms), where then, blanks and quotation marks aside, one of
 * {@code = + - @} follows, or such a sign in another width or script; also at the beginning of a text that begins with a
 * tab or a line end. Apostrophes that stand there already count as a part of that beginning, so that taking one away
 * at each such place gives the text back. What is nothing but a number, a telephone number in E.164 included, calculates
 * nothing and is left as it is.
 */
final class Formulas {

    private static final String SEPARATOR = "[,;|\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029\\uff0c\\uff1b\\uff5c]";
    private static final String ASIDE = "[\\p{Zs}\"\\p{Cf}\\u201c\\u201d\\u201e]*+";
    private static final String SIGN = "[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b\\u2212]";
    private static final String PLAIN_NUMBER = "[+-]?[0-9]+(?:\\.[0-9]+)?[\\s\"\\]}]*(?:[,;|\\t\\n\\r]|\\z)";
    private static final String DANGER = "(?=" + ASIDE + "(?!" + PLAIN_NUMBER + ")" + SIGN + ")";

    private static final String BEGINNING = "\\A(?='*+" + ASIDE + SIGN + "|'*+[\\t\\r\\n])";
    private static final Pattern FIRST = Pattern.compile(BEGINNING);
    private static final Pattern INNER = Pattern.compile("(?<=" + SEPARATOR + ")(?='*+" + DANGER + ")");
    private static final Pattern FIRST_GUARDED = Pattern.compile("\\A'(?='*+" + ASIDE + SIGN + "|'*+[\\t\\r\\n])");
    private static final Pattern INNER_GUARDED = Pattern.compile("(?<=" + SEPARATOR + ")'(?='*+" + DANGER + ")");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private Formulas() {}

    static String defused(String text) {
        if (NUMBER.matcher(text).matches()) {
            return text;
        }
        return FIRST.matcher(INNER.matcher(text).replaceAll("'")).replaceFirst("'");
    }

    /** What {@link #defused} was made of; so that what was exported can be imported. */
    static String fused(String cell) {
        if (cell.startsWith("'") && NUMBER.matcher(cell.substring(1)).matches()) {
            return cell;
        }
        return INNER_GUARDED
                .matcher(FIRST_GUARDED.matcher(cell).replaceFirst(""))
                .replaceAll("");
    }
}
