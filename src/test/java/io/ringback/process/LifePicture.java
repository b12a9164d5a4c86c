package io.ringback.process;

import io.ringback.callback.CallbackStatus;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The statuses of a callback, and what leads from one to another. */
final class LifePicture {

    /** @param from null for a new one */
    record Step(
            @Nullable CallbackStatus from, CallbackStatus to, String because, List<Point2D> line, Rectangle2D room) {}

    static final List<Step> STEPS = List.of(
            step(null, "WAITING", "requested for now", room(497, 160, 130, 14), 485, 158, 485, 210),
            step(null, "SCHEDULED", "requested for later", room(200, 124, 240, 14), 467, 140, 140, 140, 140, 210),
            step(
                    null,
                    "MERGED",
                    "requested while one of the same number is open on the list",
                    room(1123, 320, 150, 56),
                    1105,
                    348,
                    1105,
                    420),
            step(
                    "SCHEDULED",
                    "WAITING",
                    "its time has come, or its caller asks once more, for now",
                    room(198, 188, 214, 28),
                    190,
                    222,
                    420,
                    222),
            step(
                    "WAITING",
                    "SCHEDULED",
                    "its list closes until the next opening",
                    room(198, 252, 214, 28),
                    420,
                    246,
                    190,
                    246),
            step("WAITING", "ALLOCATED", "given to an agent", room(558, 202, 214, 14), 550, 222, 780, 222),
            step(
                    "ALLOCATED",
                    "WAITING",
                    "given back, or not handled in time",
                    room(558, 252, 214, 28),
                    780,
                    246,
                    550,
                    246),
            step(
                    "ALLOCATED",
                    "SCHEDULED",
                    "not reached: to be called again, at the time of the agent or of the policy",
                    room(240, 76, 500, 14),
                    850,
                    210,
                    850,
                    95,
                    110,
                    95,
                    110,
                    210),
            step(
                    "SCHEDULED",
                    "ALLOCATED",
                    "given to an agent at its time, before its timer has noticed",
                    room(240, 22, 500, 14),
                    80,
                    210,
                    80,
                    42,
                    880,
                    42,
                    880,
                    210),
            step("SCHEDULED", "EXPIRED", "expires", room(133, 424, 60, 14), 125, 260, 125, 445, 240, 445),
            step("WAITING", "EXPIRED", "expires", room(374, 424, 60, 14), 440, 260, 440, 445, 370, 445),
            step("SCHEDULED", "CANCELLED", "cancelled", room(300, 494, 90, 14), 90, 260, 90, 515, 650, 515, 650, 470),
            step("WAITING", "CANCELLED", "cancelled", room(526, 424, 68, 14), 520, 260, 520, 445, 600, 445),
            step(
                    "ALLOCATED",
                    "CANCELLED",
                    "cancelled, or given up",
                    room(732, 390, 64, 42),
                    800,
                    260,
                    800,
                    445,
                    730,
                    445),
            step("ALLOCATED", "RESOLVED", "answered", room(888, 330, 70, 14), 880, 260, 880, 420));

    private static final Map<CallbackStatus, Point2D> PLACES = new EnumMap<>(Map.of(
            CallbackStatus.SCHEDULED, new Point2D.Double(60, 210),
            CallbackStatus.WAITING, new Point2D.Double(420, 210),
            CallbackStatus.ALLOCATED, new Point2D.Double(780, 210),
            CallbackStatus.EXPIRED, new Point2D.Double(240, 420),
            CallbackStatus.CANCELLED, new Point2D.Double(600, 420),
            CallbackStatus.RESOLVED, new Point2D.Double(840, 420),
            CallbackStatus.MERGED, new Point2D.Double(1040, 420)));

    private LifePicture() {}

    static String svg() {
        var svg = new Svg();
        STEPS.forEach(step -> {
            svg.line(step.line(), Svg.NORMAL + " marker-end=\"url(#arrow)\"");
            svg.label(step.because(), step.room(), Lettering.LABEL);
            if (step.from() == null && step.line().get(0).getY() != 140) {
                svg.circle(step.line().get(0).getX(), step.line().get(0).getY() - 18, 18, "fill=\"#22242a\"");
            }
        });
        PLACES.forEach((status, place) -> {
            var box = new Rectangle2D.Double(place.getX(), place.getY(), 130, 50);
            svg.rectangle(box, 10, "fill=\"white\" " + (status.isClosed() ? Svg.THICK : Svg.NORMAL));
            svg.text(status.name(), box, Lettering.TASK);
        });
        return svg.picture("The life of a callback", new Rectangle2D.Double(60, 20, 1220, 500));
    }

    private static Step step(
            @Nullable String from, String to, String because, Rectangle2D room, double... coordinates) {
        return new Step(
                from == null ? null : CallbackStatus.valueOf(from),
                CallbackStatus.valueOf(to),
                because,
                IntStream.range(0, coordinates.length / 2)
                        .<Point2D>mapToObj(i -> new Point2D.Double(coordinates[2 * i], coordinates[2 * i + 1]))
                        .toList(),
                room);
    }

    private static Rectangle2D room(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }
}
