package io.ringback.number;

import java.util.HashMap;
import java.util.Map;

/**
 * The signs a number is written with, whatever the script and the program it was copied from: as ASCII. What shows nothing
 * (marks of direction, of width nothing, of emoji) is left out; what is unknown stays, to be refused.
 */
final class NumberCharacters {

    private static final int FULL_WIDTH_FIRST = 0xff01;
    private static final int FULL_WIDTH_LAST = 0xff5e;
    private static final int FULL_WIDTH_SHIFT = 0xfee0;

    private static final Map<Integer, Integer> ALIKE = alike(Map.of(
            '+', "\ufe62\u207a\u2795",
            '-', "\u2212\u30fc\uff70\u2043",
            '.', "\u00b7\u2022\u2219\u22c5\u2027\u2024\u3002\u30fb\uff65",
            '/', "\u2044\u2215",
            '\'', "\u2018\u2019\u201a\u201b\u2032\u00b4`",
            '"', "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"));

    private NumberCharacters() {}

    private static Map<Integer, Integer> alike(Map<Character, String> signs) {
        var alike = new HashMap<Integer, Integer>();
        signs.forEach((plain, others) -> others.chars().forEach(other -> alike.put(other, (int) plain)));
        return alike;
    }

    static String plain(String written) {
        var plain = new StringBuilder(written.length());
        written.codePoints().forEach(sign -> add(sign, plain));
        return plain.toString().strip();
    }

    private static void add(int sign, StringBuilder plain) {
        if (!showsNothing(sign)) {
            plain.appendCodePoint(ascii(sign));
        }
    }

    private static boolean showsNothing(int sign) {
        return switch (Character.getType(sign)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static int ascii(int sign) {
        if (sign >= FULL_WIDTH_FIRST && sign <= FULL_WIDTH_LAST) {
            return ascii(sign - FULL_WIDTH_SHIFT);
        }
        if (sign == '\n' || sign == '\r' || sign == 0x85 || sign == 0x2028 || sign == 0x2029) {
            return '\n';
        }
        return switch (Character.getType(sign)) {
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(sign, 10);
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR -> ' ';
            default -> other(sign);
        };
    }

    private static int other(int sign) {
        return sign == '\t' ? ' ' : ALIKE.getOrDefault(sign, sign);
    }
}
