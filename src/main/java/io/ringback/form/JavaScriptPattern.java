package io.ringback.form;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A pattern of a form with the meaning that {@code new RegExp(pattern)} gives it in the browser. It is matched in time
 * that grows only with the text where that can be had, and otherwise with a bound on the work.
 */
final class JavaScriptPattern {

    private static final int LONGEST = 1_000;
    private static final long MOST_REPETITIONS = 100_000;
    private static final int MOST_STEPS = 1_000_000;

    // Java's own borders of words are those of all languages, JavaScript's those of English.
    private static final String BORDER = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
    private static final String NO_BORDER = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

    private JavaScriptPattern() {}

    /**
     * Whether something in a text matches; empty for what is left to the browser: back references, what would take much
     * memory, and the little that is not known here.
     *
     * @throws IllegalArgumentException saying why the browser would refuse the pattern
     */
    static Optional<Predicate<String>> of(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.empty();
        }
        var read = JavaScriptPatternReader.read(pattern);
        if (read.isForBrowsers() || read.repetitions() > MOST_REPETITIONS) {
            return Optional.empty();
        }
        return read.looksAround() ? stepByStep(read.translated()) : inOneGo(read.translated());
    }

    private static Optional<Predicate<String>> inOneGo(String translated) {
        try {
            var compiled = com.google.re2j.Pattern.compile(translated);
            return Optional.of(text -> compiled.matcher(CodeUnits.halved(text)).find());
        } catch (com.google.re2j.PatternSyntaxException tooManyRepetitions) {
            return stepByStep(translated);
        }
    }

    private static Optional<Predicate<String>> stepByStep(String translated) {
        try {
            var compiled = java.util.regex.Pattern.compile(
                    translated.replace("\\b", BORDER).replace("\\B", NO_BORDER));
            return Optional.of(text -> find(compiled, CodeUnits.halved(text)));
        } catch (java.util.regex.PatternSyntaxException | StackOverflowError unknown) {
            return Optional.empty();
        }
    }

    /** True also when it took too much to find out: the browser has found out before. */
    @SuppressWarnings("StackOverflowErrorCaught") // the engine calls itself for each repetition
    private static boolean find(java.util.regex.Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, 0, text.length(), new int[1]))
                    .find();
        } catch (TooManySteps | StackOverflowError e) {
            return true;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** A text that may be looked at so often and no more. */
    private record Counted(String text, int from, int to, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(from + index);
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, steps);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
