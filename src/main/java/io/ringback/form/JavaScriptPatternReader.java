package io.ringback.form;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a regular expression by the grammar of ECMA-262 without flags, Annex B included, and writes it in what RE2 and
 * {@code java.util.regex} understand alike, for texts prepared by {@link CodeUnits#halved}.
 */
final class JavaScriptPatternReader {

    private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(,(\\d*))?}");
    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?<[\\p{L}_$][\\p{L}\\p{N}_$]*>");
    private static final Pattern MODIFIERS = Pattern.compile("\\(\\?[ims]*(-[ims]*)?:");
    private static final String WORD_BORDER = "\\b";
    private static final String NO_WORD_BORDER = "\\B";

    private final String pattern;
    private final JavaScriptEscapes escapes;
    private final StringBuilder written = new StringBuilder();
    private final Set<String> names = new HashSet<>();
    private int at;
    private int depth;
    private boolean forBrowsers;
    private boolean looksAround;
    private long repetitions = 1;

    private JavaScriptPatternReader(String pattern) {
        this.pattern = pattern;
        this.escapes = new JavaScriptEscapes(pattern);
    }

    /** @throws IllegalArgumentException when it is no regular expression */
    static Read read(String pattern) {
        var reader = new JavaScriptPatternReader(pattern);
        reader.alternatives();
        if (reader.at < pattern.length()) {
            throw new IllegalArgumentException("has a ) too many");
        }
        return new Read(reader.written.toString(), reader.looksAround, reader.forBrowsers, reader.repetitions);
    }

    private void alternatives() {
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            if (pattern.charAt(at) == '|') {
                written.append('|');
                at++;
            } else {
                term();
            }
        }
    }

    private void term() {
        boolean repeatable = true;
        switch (pattern.charAt(at)) {
            case '^' -> repeatable = assertion("\\A", 1);
            case '$' -> repeatable = assertion("\\z", 1);
            case '(' -> repeatable = group();
            case '[' -> characterClass();
            case '.' -> {
                one(CodeUnits.LINE_ENDS.complement());
                at++;
            }
            case '\\' -> repeatable = escape();
            case '*', '+', '?' ->
                throw new IllegalArgumentException("has nothing to repeat before " + pattern.charAt(at));
            default -> literal();
        }
        quantifier(repeatable);
    }

    private void literal() {
        if (pattern.charAt(at) == '{'
                && COUNT.matcher(pattern).region(at, pattern.length()).lookingAt()) {
            throw new IllegalArgumentException("has nothing to repeat before {");
        }
        one(CodeUnits.of(pattern.charAt(at++)));
    }

    private boolean assertion(String translated, int length) {
        written.append(translated);
        at += length;
        return false;
    }

    private boolean group() {
        if (++depth > 50) {
            throw new IllegalArgumentException("has groups too deep inside each other");
        }
        var repeatable = open();
        alternatives();
        if (at >= pattern.length()) {
            throw new IllegalArgumentException("lacks a )");
        }
        at++;
        depth--;
        written.append(')');
        return repeatable;
    }

    /** Reads the beginning of a group; whether it may be repeated. */
    private boolean open() {
        for (var look : new String[] {"(?<=", "(?<!", "(?=", "(?!"}) {
            if (pattern.startsWith(look, at)) {
                looksAround = true;
                written.append(look);
                at += look.length();
                return look.length() == 3;
            }
        }
        written.append("(?:");
        var named = GROUP_NAME.matcher(pattern).region(at, pattern.length());
        var modified = MODIFIERS.matcher(pattern).region(at, pattern.length());
        if (named.lookingAt()) {
            name(named.group());
            at = named.end();
        } else if (modified.lookingAt()) {
            forBrowsers |= !modified.group().equals("(?:");
            at = modified.end();
        } else if (pattern.startsWith("(?", at)) {
            throw new IllegalArgumentException("has a group of an unknown kind");
        } else {
            at++;
        }
        return true;
    }

    /** In different alternatives newer browsers take the same name twice. */
    private void name(String group) {
        if (names.add(group)) {
            return;
        }
        if (!pattern.contains("|")) {
            throw new IllegalArgumentException("gives two groups the same name");
        }
        forBrowsers = true;
    }

    private void characterClass() {
        var read = escapes.characterClass(at);
        one(read.units());
        at = read.end();
    }

    /** Whether what was read may be repeated. */
    private boolean escape() {
        if (pattern.startsWith(WORD_BORDER, at) || pattern.startsWith(NO_WORD_BORDER, at)) {
            return assertion(pattern.substring(at, at + 2), 2);
        }
        if (escapes.isBackReference(at)) {
            forBrowsers = true;
        }
        var read = escapes.escape(at, false);
        one(read.units());
        at = read.end();
        return true;
    }

    private void quantifier(boolean repeatable) {
        if (at >= pattern.length()) {
            return;
        }
        var counted = COUNT.matcher(pattern).region(at, pattern.length());
        if ("*+?".indexOf(pattern.charAt(at)) >= 0) {
            demand(repeatable);
            written.append(pattern.charAt(at++));
        } else if (counted.lookingAt()) {
            demand(repeatable);
            count(counted.group(1), counted.group(2) == null ? counted.group(1) : counted.group(3));
            written.append(counted.group());
            at = counted.end();
        } else {
            return;
        }
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            written.append('?');
            at++;
        }
    }

    private void count(String least, String most) {
        if (least.length() > 9 || most.length() > 9) {
            forBrowsers = true;
            return;
        }
        var from = Integer.parseInt(least);
        if (!most.isEmpty() && Integer.parseInt(most) < from) {
            throw new IllegalArgumentException("repeats something at least more often than at most");
        }
        repetitions =
                Math.min(Integer.MAX_VALUE, repetitions * Math.max(1, most.isEmpty() ? from : Integer.parseInt(most)));
    }

    private static void demand(boolean repeatable) {
        if (!repeatable) {
            throw new IllegalArgumentException("repeats what cannot be repeated");
        }
    }

    private void one(CodeUnits units) {
        written.append(units.pattern());
    }

    /**
     * A pattern as it was read.
     *
     * @param translated what to match by
     * @param looksAround whether RE2 cannot match it
     * @param isForBrowsers whether it cannot be matched here
     * @param repetitions how often it may repeat something at most, were its counts inside each other
     */
    record Read(String translated, boolean looksAround, boolean isForBrowsers, long repetitions) {}
}
