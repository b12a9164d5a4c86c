package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.ShippedModels;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Gateway;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Holds the drawing rules: everything is drawn, nothing overlaps, the happy path is one row from left to right. */
@Tag("long")
class ProcessPictureTest {

    private static final Map<String, List<String>> HAPPY_PATHS = Map.of(
            "callbackCase.bpmn",
            List.of(
                    "start_callbackRequested",
                    "task_registerCallback",
                    "gateway_related",
                    "gateway_callableYet",
                    "gateway_waiting",
                    "event_allocated",
                    "start_handling",
                    "task_callCustomer",
                    "task_talkToCustomer",
                    "task_recordOutcome",
                    "end_outcomeSaved",
                    "gateway_resolved",
                    "task_closeResolved",
                    "end_resolved"),
            "agentReception.bpmn",
            List.of(
                    "start_receivingSwitchedOn",
                    "task_allocateCallback",
                    "gateway_callbackFound",
                    "event_callbackClosed"));

    static Stream<Path> files() {
        return ShippedModels.bpmn().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyNodeAndFlowIsDrawn(Path file) {
        var model = read(file);

        assertThat(model.getModelElementsByType(FlowNode.class))
                .allSatisfy(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isInstanceOf(BpmnShape.class));
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .allSatisfy(flow ->
                        assertThat(flow.getDiagramElement()).as(flow.getId()).isInstanceOf(BpmnEdge.class));
    }

    @ParameterizedTest
    @MethodSource("files")
    void happyPathIsOneRowFromLeftToRight(Path file) {
        var model = read(file);

        var path = HAPPY_PATHS.getOrDefault(file.getFileName().toString(), List.of());

        assertThat(path).isNotEmpty();
        var boxes = path.stream().map(id -> box(model, id)).toList();
        assertThat(boxes)
                .extracting(Rectangle2D::getCenterY)
                .containsOnly(boxes.get(0).getCenterY());
        assertThat(boxes).extracting(Rectangle2D::getCenterX).isSorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void nodesOfOneScopeDoNotOverlap(Path file) {
        var model = read(file);
        var nodes = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !(node instanceof BoundaryEvent))
                .map(node -> new Box(node, box(model, node.getId())))
                .toList();

        for (var one : nodes) {
            var overlapping = nodes.stream()
                    .filter(other -> other != one)
                    .filter(other -> other.box().intersects(one.box()))
                    .filter(other ->
                            other.node().getParentElement().equals(one.node().getParentElement()))
                    .map(other -> other.node().getId());

            assertThat(overlapping).as(one.node().getId()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void nodesLieInsideTheirScope(Path file) {
        var model = read(file);

        assertThat(model.getModelElementsByType(FlowNode.class))
                .filteredOn(node -> node.getParentElement() instanceof FlowNode)
                .allSatisfy(node -> assertThat(box(model, ((FlowNode) node.getParentElement()).getId())
                                .contains(box(model, node.getId())))
                        .as(node.getId())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("files")
    void flowsRunOnlyAcrossAndDown(Path file) {
        assertThat(read(file).getModelElementsByType(SequenceFlow.class))
                .allSatisfy(flow -> assertThat(segments(flow))
                        .as(flow.getId())
                        .allMatch(segment -> segment.getX1() == segment.getX2() || segment.getY1() == segment.getY2()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void flowsDoNotCross(Path file) {
        var flows = read(file).getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> new Line(flow.getId(), segments(flow)))
                .toList();

        for (var one : flows) {
            for (var other : flows.subList(flows.indexOf(one) + 1, flows.size())) {
                assertThat(one.segments())
                        .as("%s and %s", one.id(), other.id())
                        .noneMatch(segment -> other.segments().stream().anyMatch(segment::intersectsLine));
            }
        }
    }

    private record Box(FlowNode node, Rectangle2D box) {}

    private record Line(String id, List<Line2D> segments) {}

    @ParameterizedTest
    @MethodSource("files")
    void textsFitTheRoomTheyHaveInAnyUsualFont(Path file) {
        assertThat(new BpmnPicture(read(file)).labels())
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.fits())
                        .as("%s: \"%s\" in %s", label.id(), label.text(), label.room())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("files")
    void textsBesideAnElementCoverNothing(Path file) {
        var picture = new BpmnPicture(read(file));
        var labels = picture.labels();

        assertThat(labels).filteredOn(BpmnPicture.Label::beside).allSatisfy(label -> {
            assertThat(labels)
                    .filteredOn(other -> other != label && other.room().intersects(label.room()))
                    .as("texts under %s", label)
                    .isEmpty();
            assertThat(picture.nodes())
                    .filteredOn(node -> !(node instanceof SubProcess))
                    .filteredOn(node -> picture.box(node.getId()).intersects(label.room()))
                    .as("nodes under %s", label)
                    .allMatch(node -> node instanceof Gateway && isOutsideOf(node, label.room(), picture));
            assertThat(picture.flows())
                    .filteredOn(flow -> segments(flow).stream().anyMatch(label.room()::intersectsLine))
                    .as("flows under %s", label)
                    .isEmpty();
        });
    }

    /** The corners of a gateway's box are empty. */
    private static boolean isOutsideOf(FlowNode gateway, Rectangle2D room, BpmnPicture picture) {
        var box = picture.box(gateway.getId());
        var x = Math.max(room.getMinX(), Math.min(room.getMaxX(), box.getCenterX())) - box.getCenterX();
        var y = Math.max(room.getMinY(), Math.min(room.getMaxY(), box.getCenterY())) - box.getCenterY();
        return Math.abs(x) + Math.abs(y) > box.getWidth() / 2;
    }

    private static List<Line2D> segments(SequenceFlow flow) {
        var points = flow.getDiagramElement().getWaypoints().stream()
                .map(point -> new Point2D.Double(point.getX(), point.getY()))
                .toList();
        return IntStream.range(1, points.size())
                .<Line2D>mapToObj(i -> new Line2D.Double(points.get(i - 1), points.get(i)))
                .toList();
    }

    private static Rectangle2D box(BpmnModelInstance model, String id) {
        FlowNode node = model.getModelElementById(id);
        var bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }
}
