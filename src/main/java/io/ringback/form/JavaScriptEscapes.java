package io.ringback.form;

import java.util.regex.Pattern;

/** What stands for one code unit in a JavaScript pattern: escapes and character classes. */
final class JavaScriptEscapes {

    private static final Pattern HEX = Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{0,2}|[4-7][0-7]?)");
    private static final Pattern CONTROL = Pattern.compile("\\\\c([A-Za-z])");
    private static final Pattern CONTROL_IN_CLASS = Pattern.compile("\\\\c([A-Za-z0-9_])");

    private final String pattern;
    private final boolean hasNames;

    JavaScriptEscapes(String pattern) {
        this.pattern = pattern;
        this.hasNames = pattern.contains("(?<")
                && Pattern.compile("\\(\\?<[^=!]").matcher(pattern).find();
    }

    /** Whether the escape refers to a group, or might: how many there are is not counted. */
    boolean isBackReference(int at) {
        var next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 0;
        return next >= '1' && next <= '9' || next == 'k' && hasNames;
    }

    /** Reads the class that begins at {@code at} with a bracket. */
    Units characterClass(int at) {
        var next = at + 1;
        var negated = pattern.startsWith("^", next);
        next += negated ? 1 : 0;
        var units = CodeUnits.NONE;
        while (next < pattern.length() && pattern.charAt(next) != ']') {
            var first = atom(next);
            next = first.end();
            var range = pattern.startsWith("-", next) && next + 1 < pattern.length() && pattern.charAt(next + 1) != ']';
            if (range) {
                var last = atom(next + 1);
                next = last.end();
                units = units.and(between(first, last));
            } else {
                units = units.and(first.units());
            }
        }
        if (next >= pattern.length()) {
            throw new IllegalArgumentException("lacks a ]");
        }
        return new Units(negated ? units.complement() : units, next + 1);
    }

    private static CodeUnits between(Units first, Units last) {
        if (!first.isOne() || !last.isOne()) {
            return first.units().and(CodeUnits.of('-')).and(last.units());
        }
        if (first.unit() > last.unit()) {
            throw new IllegalArgumentException("has a range that ends before it begins");
        }
        return CodeUnits.of(first.unit(), last.unit());
    }

    private Units atom(int at) {
        return pattern.charAt(at) == '\\' ? escape(at, true) : Units.of(pattern.charAt(at), at + 1);
    }

    /** Reads the escape that begins at {@code at} with a backslash. */
    Units escape(int at, boolean inClass) {
        if (at + 1 >= pattern.length()) {
            throw new IllegalArgumentException("ends with a backslash");
        }
        var kind = pattern.charAt(at + 1);
        var end = at + 2;
        return switch (kind) {
            case 'd' -> new Units(CodeUnits.DIGITS, end);
            case 'D' -> new Units(CodeUnits.DIGITS.complement(), end);
            case 'w' -> new Units(CodeUnits.WORD, end);
            case 'W' -> new Units(CodeUnits.WORD.complement(), end);
            case 's' -> new Units(CodeUnits.SPACE, end);
            case 'S' -> new Units(CodeUnits.SPACE.complement(), end);
            case 't' -> Units.of('\t', end);
            case 'n' -> Units.of('\n', end);
            case 'v' -> Units.of(0x0b, end);
            case 'f' -> Units.of('\f', end);
            case 'r' -> Units.of('\r', end);
            case 'b' -> Units.of(inClass ? '\b' : 'b', end);
            case 'c' -> control(at, inClass);
            case 'x', 'u' -> hex(at);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(at);
            default -> Units.of(kind, end);
        };
    }

    /** A backslash that begins no control character is a backslash. */
    private Units control(int at, boolean inClass) {
        var found = (inClass ? CONTROL_IN_CLASS : CONTROL).matcher(pattern).region(at, pattern.length());
        return found.lookingAt() ? Units.of(found.group(1).charAt(0) % 32, found.end()) : Units.of('\\', at + 1);
    }

    private Units hex(int at) {
        var found = HEX.matcher(pattern).region(at, pattern.length());
        if (!found.lookingAt()) {
            return Units.of(pattern.charAt(at + 1), at + 2);
        }
        var digits = found.group(1) == null ? found.group(2) : found.group(1);
        return Units.of(Integer.parseInt(digits, 16), found.end());
    }

    private Units octal(int at) {
        var found = OCTAL.matcher(pattern).region(at, pattern.length());
        if (!found.lookingAt()) {
            throw new IllegalStateException("An octal digit was seen");
        }
        return Units.of(Integer.parseInt(found.group(1), 8), found.end());
    }

    /** What was read, and where the next thing begins. */
    record Units(CodeUnits units, int end) {

        static Units of(int unit, int end) {
            return new Units(CodeUnits.of(unit), end);
        }

        boolean isOne() {
            return units.ranges().size() == 1
                    && units.ranges().get(0).first() == units.ranges().get(0).last();
        }

        int unit() {
            return units.ranges().get(0).first();
        }
    }
}
