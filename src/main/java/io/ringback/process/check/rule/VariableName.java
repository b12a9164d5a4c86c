package io.ringback.process.check.rule;

import java.util.regex.Pattern;

/** How a variable may be called for processes and decisions both to read it. */
public final class VariableName {

    /** The same as a regular expression, for larger ones. */
    public static final String PATTERN = "[A-Za-z_][A-Za-z0-9_]*";

    private static final Pattern NAME = Pattern.compile(PATTERN);

    private VariableName() {}

    public static boolean isOne(String text) {
        return NAME.matcher(text).matches();
    }
}
