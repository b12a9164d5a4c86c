package io.ringback.process;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.Association;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.ExclusiveGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Process;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.Task;
import org.operaton.bpm.model.bpmn.instance.TextAnnotation;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.operaton.bpm.model.bpmn.instance.dc.Bounds;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;

/** A process as it is drawn in its file. */
class BpmnPicture {

    private static final double PADDING = 5;
    private static final double TITLE = 20;

    private final BpmnModelInstance model;

    BpmnPicture(Path file) {
        this(Bpmn.readModelFromFile(file.toFile()));
    }

    BpmnPicture(BpmnModelInstance model) {
        this.model = model;
    }

    /**
     * A text in the picture and the room it has.
     *
     * @param id of the element it belongs to
     * @param beside whether it lies outside of its element
     */
    record Label(String id, String text, Rectangle2D room, Lettering lettering, boolean beside) {

        boolean fits() {
            return lettering.fits(text, room.getWidth(), room.getHeight());
        }
    }

    String svg() {
        var svg = new Svg();
        var symbols = new BpmnSymbols(svg);
        var cut = new Rectangle2D.Double();
        nodes().filter(SubProcess.class::isInstance).forEach(node -> symbols.draw(node, box(node.getId())));
        flows().forEach(flow -> draw(flow, svg));
        model.getModelElementsByType(Association.class)
                .forEach(line -> svg.line(points(line.getDiagramElement()), Svg.THIN + " stroke-dasharray=\"2 3\""));
        nodes().filter(node -> !(node instanceof SubProcess))
                .sorted(Comparator.comparing(BoundaryEvent.class::isInstance))
                .forEach(node -> symbols.draw(node, box(node.getId())));
        annotations().forEach(note -> {
            var box = box(note.getId());
            svg.path(box.getX(), box.getY(), "M10 0H0V%dH10".formatted((int) box.getHeight()), Svg.NORMAL);
        });
        labels().forEach(label -> draw(label, svg));
        everything().forEach(box -> {
            if (cut.isEmpty()) {
                cut.setRect(box);
            }
            Rectangle2D.union(cut, box, cut);
        });
        var process = model.getModelElementsByType(Process.class).iterator().next();
        return svg.picture(process.getName(), cut);
    }

    /** All texts of the picture. */
    List<Label> labels() {
        return Stream.of(
                        nodes().map(this::label),
                        flows().map(this::label),
                        annotations().map(this::label))
                .flatMap(all -> all)
                .flatMap(Optional::stream)
                .toList();
    }

    Stream<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class).stream();
    }

    Stream<SequenceFlow> flows() {
        return model.getModelElementsByType(SequenceFlow.class).stream();
    }

    private Stream<TextAnnotation> annotations() {
        return model.getModelElementsByType(TextAnnotation.class).stream();
    }

    Rectangle2D box(String id) {
        return rectangle(shape(id).getBounds());
    }

    String name(String id) {
        FlowNode node = model.getModelElementById(id);
        return node.getName();
    }

    FlowNode node(String id) {
        return model.getModelElementById(id);
    }

    private BpmnShape shape(String id) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Label> label(FlowNode node) {
        var box = box(node.getId());
        if (node.getName() == null) {
            return Optional.empty();
        }
        if (node instanceof Task) {
            return Optional.of(new Label(node.getId(), node.getName(), inside(box), Lettering.TASK, false));
        }
        if (node instanceof SubProcess) {
            var title = new Rectangle2D.Double(box.getX() + PADDING, box.getY() + PADDING, box.getWidth() - 10, TITLE);
            return Optional.of(new Label(node.getId(), node.getName(), title, Lettering.TASK, false));
        }
        return beside(node.getId(), node.getName(), shape(node.getId()).getBpmnLabel());
    }

    private Optional<Label> label(SequenceFlow flow) {
        return flow.getName() == null
                ? Optional.empty()
                : beside(flow.getId(), flow.getName(), ((BpmnEdge) flow.getDiagramElement()).getBpmnLabel());
    }

    private Optional<Label> label(TextAnnotation note) {
        return Optional.of(new Label(
                note.getId(), note.getText().getTextContent(), inside(box(note.getId())), Lettering.LABEL, false));
    }

    private static Optional<Label> beside(String id, String text, @Nullable BpmnLabel label) {
        var room = label == null ? new Rectangle2D.Double() : rectangle(label.getBounds());
        return Optional.of(new Label(id, text, room, Lettering.LABEL, true));
    }

    private void draw(Label label, Svg svg) {
        if (label.beside()) {
            svg.label(label.text(), label.room(), label.lettering());
        } else {
            svg.text(label.text(), label.room(), label.lettering());
        }
    }

    private static void draw(SequenceFlow flow, Svg svg) {
        var points = points(flow.getDiagramElement());
        svg.line(points, Svg.NORMAL + " marker-end=\"url(#arrow)\"");
        if (flow.getSource() instanceof ExclusiveGateway from && flow.equals(from.getDefault())) {
            var across = points.get(0).getY() == points.get(1).getY();
            var x = points.get(0).getX() + (across ? 8 : 0);
            var y = points.get(0).getY() + (across ? 0 : 8);
            svg.path(x, y, "M-3-5L3 5", Svg.NORMAL);
        }
    }

    private Stream<Rectangle2D> everything() {
        return Stream.of(
                        nodes().map(node -> box(node.getId())),
                        annotations().map(note -> box(note.getId())),
                        labels().stream().map(Label::room),
                        flows().flatMap(flow -> points(flow.getDiagramElement()).stream())
                                .map(point -> new Rectangle2D.Double(point.getX(), point.getY(), 1, 1)))
                .flatMap(all -> all);
    }

    static List<Point2D> points(ModelElementInstance edge) {
        return ((BpmnEdge) edge)
                .getWaypoints().stream()
                        .<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY()))
                        .toList();
    }

    private static Rectangle2D inside(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() + PADDING,
                box.getY() + PADDING,
                box.getWidth() - 2 * PADDING,
                box.getHeight() - 2 * PADDING);
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
