package io.ringback.office.board;

import java.util.List;

/**
 * A chart laid out: what the template has to draw, in the units of the picture ({@link ChartLayout}). Which series is
 * which is told by shape, not by colour alone.
 *
 * @param ticks lines across, with the value they stand for
 * @param labels below the axis
 * @param bars of all series
 * @param line the path of the line; empty for none
 * @param dots where the line has values
 */
record ChartDrawing(List<Tick> ticks, List<Label> labels, List<Bar> bars, String line, List<Dot> dots) {

    record Tick(double y, String text) {}

    /** @param minor left out where there is little room */
    record Label(double x, String text, boolean minor) {}

    /** @param series 1 or 2 */
    record Bar(double x, double y, double width, double height, int series, String title) {}

    record Dot(double x, double y, String title) {}
}
