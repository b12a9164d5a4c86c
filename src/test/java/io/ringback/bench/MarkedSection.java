package io.ringback.bench;

/** What stands between two comments of a page, and is written anew by a run. */
final class MarkedSection {

    static final String BEGIN = "<!-- written by the benchmark: begin -->";
    static final String END = "<!-- written by the benchmark: end -->";

    private MarkedSection() {}

    static String replaced(String page, String text) {
        return replaced(page, BEGIN, END, text);
    }

    /** What is between the marks of this phase, which name it. */
    static String replaced(String page, String phase, String text) {
        return replaced(page, marked(BEGIN, phase), marked(END, phase), text);
    }

    private static String marked(String mark, String phase) {
        return mark.replace(" the benchmark", " the benchmark, " + phase);
    }

    private static String replaced(String page, String first, String last, String text) {
        var begin = page.indexOf(first);
        var end = page.indexOf(last);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("expected %s and %s, but one is missing".formatted(first, last));
        }
        return page.substring(0, begin + first.length()) + "\n\n" + text.strip() + "\n\n" + page.substring(end);
    }
}
