package io.ringback.process;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.operaton.bpm.model.bpmn.instance.Event;
import org.operaton.bpm.model.bpmn.instance.SubProcess;

/** How the two processes talk: where each begins, and the elements of both that send or await messages of the other. */
class CollaborationPicture {

    /** @param message its name in the models */
    record Talk(String from, String to, String message) {}

    static final List<Talk> TALK = List.of(
            new Talk("task_offerCallback", "event_callbackAvailable", "message_callbackAvailable"),
            new Talk("task_allocateCallback", "event_allocated", "message_callbackAllocated"),
            new Talk("task_releaseHeld", "event_released", "message_released"),
            new Talk("task_stopReception", "event_stopReceiving", "message_stopReceiving"),
            new Talk("event_tellReception", "event_callbackClosed", "message_callbackClosed"),
            new Talk("end_resolved", "event_callbackClosed", "message_callbackClosed"),
            new Talk("end_givenUp", "event_callbackClosed", "message_callbackClosed"),
            new Talk("end_cancelledMeanwhile", "event_callbackClosed", "message_callbackClosed"),
            new Talk("end_cancelledGivenBack", "event_callbackClosed", "message_callbackClosed"),
            new Talk("end_cancelled", "event_callbackClosed", "message_callbackClosed"));

    private static final String MESSAGE = "stroke=\"#1a5fb4\" stroke-width=\"1.5\" stroke-dasharray=\"7 4\"";
    private static final double WIDTH = 1550;
    private static final double TOP = 130;
    private static final double BOTTOM = 420;

    private static final Map<String, Point2D> CASE = places(
            TOP,
            Map.ofEntries(
                    Map.entry("start_callbackRequested", 130),
                    Map.entry("task_offerCallback", 270),
                    Map.entry("event_allocated", 450),
                    Map.entry("subprocess_handleCallback", 640),
                    Map.entry("task_stopReception", 860),
                    Map.entry("event_tellReception", 1050),
                    Map.entry("end_resolved", 1230),
                    Map.entry("end_givenUp", 1310),
                    Map.entry("end_cancelledMeanwhile", 1390),
                    Map.entry("end_cancelledGivenBack", 1470),
                    Map.entry("end_cancelled", 1550)));
    private static final Map<String, Point2D> RECEPTION = places(
            BOTTOM,
            Map.of(
                    "start_receivingSwitchedOn", 130,
                    "event_callbackAvailable", 270,
                    "task_allocateCallback", 450,
                    "task_releaseHeld", 640,
                    "event_stopReceiving", 860,
                    "event_callbackClosed", 1050));

    private final BpmnPicture cases;
    private final BpmnPicture receptions;

    CollaborationPicture(BpmnPicture cases, BpmnPicture receptions) {
        this.cases = cases;
        this.receptions = receptions;
    }

    String svg() {
        var svg = new Svg();
        pool(svg, "Callback case: one for each callback", 60, 64);
        pool(svg, "Agent reception: one for each time that an agent receives", 350, 486);
        TALK.forEach(talk -> svg.line(line(talk), MESSAGE + " marker-end=\"url(#message)\""));
        TALK.stream().limit(5).forEach(talk -> svg.text(talk.message(), room(talk), Lettering.LABEL));
        draw(svg, cases, CASE);
        draw(svg, receptions, RECEPTION);
        var released = new Rectangle2D.Double(622, TOP + 22, 36, 36);
        new BpmnSymbols(svg).draw(cases.node("event_released"), released);
        svg.text(cases.name("event_released"), new Rectangle2D.Double(662, TOP + 46, 70, 14), Lettering.LABEL);
        return svg.picture("How the two processes talk", new Rectangle2D.Double(60, 60, WIDTH, 450));
    }

    /** The elements drawn, of either process. */
    Map<String, BpmnPicture> elements() {
        var elements = new LinkedHashMap<String, BpmnPicture>();
        CASE.keySet().forEach(id -> elements.put(id, cases));
        elements.put("event_released", cases);
        RECEPTION.keySet().forEach(id -> elements.put(id, receptions));
        return elements;
    }

    private static void pool(Svg svg, String name, double y, double titleY) {
        svg.rectangle(new Rectangle2D.Double(60, y, WIDTH, 160), 0, "fill=\"white\" " + Svg.NORMAL);
        svg.text(name, new Rectangle2D.Double(70, titleY, 500, 18), Lettering.TASK);
    }

    private static void draw(Svg svg, BpmnPicture process, Map<String, Point2D> places) {
        places.forEach((id, place) -> {
            var node = process.node(id);
            var small = node instanceof Event;
            var box = small ? box(place, 18, 18) : box(place, 60, 40);
            if (node instanceof SubProcess) {
                svg.rectangle(box, 10, "fill=\"white\" " + Svg.NORMAL);
            } else {
                new BpmnSymbols(svg).draw(node, box);
            }
            var label = small
                    ? new Rectangle2D.Double(place.getX() - 56, place.getY() + (place.getY() < 300 ? -50 : 24), 112, 28)
                    : box(place, 54, 34);
            svg.text(process.name(id), label, small ? Lettering.LABEL : Lettering.TASK);
        });
    }

    private static Rectangle2D box(Point2D middle, double across, double down) {
        return new Rectangle2D.Double(middle.getX() - across, middle.getY() - down, 2 * across, 2 * down);
    }

    private static List<Point2D> line(Talk talk) {
        var down = CASE.containsKey(talk.from());
        var from = Objects.requireNonNull((down ? CASE : RECEPTION).get(talk.from()));
        var to =
                Objects.requireNonNullElse((down ? RECEPTION : CASE).get(talk.to()), new Point2D.Double(640, TOP + 40));
        var begin = edge(from, talk.from(), down);
        var end = edge(to, talk.to(), !down);
        return begin.getX() == end.getX()
                ? List.of(begin, end)
                : List.of(
                        begin,
                        new Point2D.Double(begin.getX(), 320),
                        new Point2D.Double(end.getX() + 8, 320),
                        new Point2D.Double(end.getX() + 8, end.getY() + 2));
    }

    private static Point2D edge(Point2D middle, String id, boolean below) {
        var half = id.startsWith("task") ? 40 : 18;
        return new Point2D.Double(middle.getX(), middle.getY() + (below ? half : -half));
    }

    private static Rectangle2D room(Talk talk) {
        return new Rectangle2D.Double(line(talk).get(0).getX() + 4, 268, 170, 14);
    }

    private static Map<String, Point2D> places(double y, Map<String, Integer> across) {
        var places = new LinkedHashMap<String, Point2D>();
        across.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> places.put(entry.getKey(), new Point2D.Double(entry.getValue(), y)));
        return places;
    }
}
