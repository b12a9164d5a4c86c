package io.ringback.number;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What switchboards, carriers and people send where a number is withheld or unknown: words, such words spelled on the keys
 * of a telephone ({@code 266696687} is ANONYMOUS), one digit again and again, and digits in the order of the keys.
 */
final class Placeholders {

    /** One of these makes a text without digits a placeholder, in the languages of those who send them. */
    private static final Set<String> WORDS = Set.of(
            "anonymous",
            "anonymus",
            "anonyymi",
            "anonym",
            "anonyme",
            "anonimo",
            "unknown",
            "unavailable",
            "private",
            "privat",
            "restricted",
            "withheld",
            "blocked",
            "hidden",
            "suppressed",
            "undisclosed",
            "unspecified",
            "unidentified",
            "unassigned",
            "invalid",
            "asterisk",
            "freeswitch",
            "nocallerid",
            "none",
            "null",
            "nil",
            "undefined",
            "nan",
            "na",
            "empty",
            "missing",
            "tuntematon",
            "salainen",
            "salattu",
            "estetty",
            "okänd",
            "dolt",
            "hemligt",
            "skyddat",
            "unbekannt",
            "unterdrückt",
            "inconnu",
            "masqué",
            "caché",
            "desconocido",
            "oculto",
            "privado",
            "sconosciuto",
            "nascosto",
            "ukendt",
            "ukjent",
            "onbekend",
            "nieznany",
            "неизвестен",
            "неизвестный",
            "скрыт");

    private static final Set<String> WHOLE = Set.of(
            "p",
            "o",
            "u",
            "s",
            "na",
            "noname",
            "nocallerid",
            "callerid",
            "nonumber",
            "notprovided",
            "outofarea",
            "notavailable");

    /** So long that nobody's number is written just so. */
    private static final Set<String> LONG_KEYS = keys("ANONYMOUS", "UNAVAILABLE");

    private static final Set<String> KEYS =
            keys("ANONYMOUS", "UNAVAILABLE", "RESTRICTED", "BLOCKED", "UNKNOWN", "PRIVATE", "WITHHELD", "NOCALLERID");

    private static final Pattern ONE_DIGIT = Pattern.compile("0+|([0-9])\\1{5,}");
    private static final int SHORTEST_SEQUENCE = 6;

    private Placeholders() {}

    /** @param text without a digit */
    static boolean isWord(String text) {
        var words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        return words.stream().anyMatch(WORDS::contains) || WHOLE.contains(String.join("", words));
    }

    /**
     * @param digits as they are written, or in E.164, or as within the country
     */
    static boolean isPattern(String digits) {
        return ONE_DIGIT.matcher(digits).matches() || isSequence(digits);
    }

    /**
     * Whether the digits spell such a word.
     *
     * @param orNumber whether they could be somebody's number, too, which then they are
     */
    static boolean isSpelled(String digits, boolean orNumber) {
        var bare = digits.replaceFirst("^(00|011)", "");
        var national = bare.startsWith("1") ? bare.substring(1) : bare;
        return LONG_KEYS.contains(bare)
                || LONG_KEYS.contains(national)
                || !orNumber && (KEYS.contains(bare) || KEYS.contains(national));
    }

    /** 1234567890 or 0987654321 and the like, from an end of the keys on: 98765432 is somebody's number in Norway. */
    private static boolean isSequence(String digits) {
        if (digits.length() < SHORTEST_SEQUENCE) {
            return false;
        }
        var first = digits.charAt(0) - '0';
        var last = digits.charAt(digits.length() - 1) - '0';
        return first <= 1 && isRun(digits, 1) || last <= 1 && (first == 9 || first == 0) && isRun(digits, 9);
    }

    private static boolean isRun(String digits, int step) {
        for (int index = 1; index < digits.length(); index++) {
            if ((digits.charAt(index) - digits.charAt(index - 1) + 10) % 10 != step) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> keys(String... words) {
        return Arrays.stream(words).map(Placeholders::keys).collect(Collectors.toUnmodifiableSet());
    }

    private static String keys(String word) {
        return word.chars()
                .mapToObj(letter -> String.valueOf("22233344455566677778889999".charAt(letter - 'A')))
                .collect(Collectors.joining());
    }
}
