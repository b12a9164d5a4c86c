package io.ringback.process;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room texts take in pictures. Measured by the widths of Helvetica and Arial, since the font of whoever looks is
 * not known; lines are broken as for a font a fifth wider, which the widest of the usual ones (Verdana, DejaVu Sans) is.
 */
record Lettering(double size) {

    static final Lettering TASK = new Lettering(12);
    static final Lettering LABEL = new Lettering(11);

    private static final double WIDEST_FONT = 1.2;

    /** Of the characters from the space on, in thousandths of the size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    double lineHeight() {
        return size * 1.2;
    }

    /** In Helvetica or Arial. */
    double width(String text) {
        return text.chars().map(Lettering::thousandths).sum() * size / 1000;
    }

    double widthInTheWidestFont(String text) {
        return width(text) * WIDEST_FONT;
    }

    /** The text in lines none of which is wider than that in any usual font, unless a single word is. */
    List<String> lines(String text, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && widthInTheWidestFont(longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    boolean fits(String text, double width, double height) {
        var lines = lines(text, width);
        return lines.size() * lineHeight() <= height
                && lines.stream().allMatch(line -> widthInTheWidestFont(line) <= width);
    }

    private static int thousandths(int character) {
        var index = character - ' ';
        return index >= 0 && index < WIDTHS.length ? WIDTHS[index] : 600;
    }
}
