package io.ringback.process;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing in the making. Each line of text is given the length it has been measured to have, whatever the font. */
class Svg {

    static final String THIN = "stroke=\"#22242a\" stroke-width=\"1\"";
    static final String NORMAL = "stroke=\"#22242a\" stroke-width=\"1.5\"";
    static final String THICK = "stroke=\"#22242a\" stroke-width=\"3.5\"";
    static final String DASHED = " stroke-dasharray=\"5 4\"";
    static final String FILLED = "fill=\"#22242a\" stroke=\"white\" stroke-width=\"1\"";

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="%3$s %4$s %1$s %2$s" \
            font-family="Arial, Helvetica, sans-serif" fill="none">
            <title>%5$s</title>
            <defs>
            <marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="10" markerHeight="10" \
            markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1L10 5L0 9Z" fill="#22242a"/></marker>
            <marker id="message" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="10" markerHeight="10" \
            markerUnits="userSpaceOnUse" orient="auto"><path d="M0.5 1L9.5 5L0.5 9Z" fill="white" stroke="#1a5fb4"/></marker>
            </defs>
            <rect x="%3$s" y="%4$s" width="%1$s" height="%2$s" fill="white"/>
            """;

    private final StringBuilder drawn = new StringBuilder();

    void rectangle(Rectangle2D box, double round, String style) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>",
                number(box.getX()),
                number(box.getY()),
                number(box.getWidth()),
                number(box.getHeight()),
                number(round),
                style);
    }

    void circle(double x, double y, double radius, String style) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>", number(x), number(y), number(radius), style);
    }

    /** A path whose coordinates count from a point. */
    void path(double x, double y, String path, String style) {
        add("<path transform=\"translate(%s %s)\" d=\"%s\" %s/>", number(x), number(y), path, style);
    }

    void line(List<? extends Point2D> points, String style) {
        add(
                "<polyline points=\"%s\" stroke-linejoin=\"round\" %s/>",
                points.stream()
                        .map(point -> number(point.getX()) + "," + number(point.getY()))
                        .collect(Collectors.joining(" ")),
                style);
    }

    /** A text in lines that fit into the width of the box, in its middle. */
    void text(String text, Rectangle2D box, Lettering lettering) {
        text(text, box, lettering, box.getCenterY());
    }

    /** A text in lines that fit into the width of the box, from its top down. */
    void label(String text, Rectangle2D box, Lettering lettering) {
        var height = lettering.lines(text, box.getWidth()).size() * lettering.lineHeight();
        text(text, box, lettering, box.getY() + height / 2);
    }

    private void text(String text, Rectangle2D box, Lettering lettering, double middle) {
        var lines = lettering.lines(text, box.getWidth());
        var y = middle - (lines.size() / 2.0 - 0.78) * lettering.lineHeight();
        for (var line : lines) {
            add(
                    "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"middle\" textLength=\"%s\""
                            + " lengthAdjust=\"spacingAndGlyphs\" fill=\"#22242a\">%s</text>",
                    number(box.getCenterX()),
                    number(y),
                    number(lettering.size()),
                    number(lettering.width(line)),
                    escaped(line));
            y += lettering.lineHeight();
        }
    }

    private void add(String element, Object... values) {
        drawn.append(element.formatted(values)).append('\n');
    }

    /** The picture, cut out with a margin. */
    String picture(String title, Rectangle2D cut) {
        var margin = 20;
        return HEAD.formatted(
                        number(cut.getWidth() + 2 * margin),
                        number(cut.getHeight() + 2 * margin),
                        number(cut.getX() - margin),
                        number(cut.getY() - margin),
                        escaped(title))
                + drawn + "</svg>\n";
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
