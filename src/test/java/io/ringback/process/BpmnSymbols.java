package io.ringback.process;

import java.awt.geom.Rectangle2D;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.BusinessRuleTask;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.operaton.bpm.model.bpmn.instance.Event;
import org.operaton.bpm.model.bpmn.instance.EventBasedGateway;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Gateway;
import org.operaton.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.operaton.bpm.model.bpmn.instance.MessageEventDefinition;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.SubProcess;
import org.operaton.bpm.model.bpmn.instance.TimerEventDefinition;
import org.operaton.bpm.model.bpmn.instance.UserTask;

/** The shapes of BPMN 2.0, as far as the shipped processes use them. */
class BpmnSymbols {

    private static final String WHITE = "fill=\"white\" ";

    private final Svg svg;

    BpmnSymbols(Svg svg) {
        this.svg = svg;
    }

    void draw(FlowNode node, Rectangle2D box) {
        if (node instanceof SubProcess scope) {
            svg.rectangle(box, 10, WHITE + Svg.NORMAL + (scope.triggeredByEvent() ? " stroke-dasharray=\"2 4\"" : ""));
        } else if (node instanceof Gateway) {
            gateway(node, box);
        } else if (node instanceof Event event) {
            event(event, box);
        } else {
            task(node, box);
        }
    }

    private void task(FlowNode node, Rectangle2D box) {
        svg.rectangle(box, 10, WHITE + Svg.NORMAL);
        var x = box.getX() + 6;
        var y = box.getY() + 6;
        if (node instanceof UserTask) {
            svg.circle(x + 7, y + 4, 3.5, WHITE + Svg.THIN);
            svg.path(x, y, "M1 15c0-9 12-9 12 0z", WHITE + Svg.THIN);
        } else if (node instanceof BusinessRuleTask) {
            svg.path(x, y, "M0 1h16v12h-16zM0 5h16M0 9h16M5 5v8", WHITE + Svg.THIN);
        } else {
            svg.circle(x + 7, y + 7, 5.5, WHITE + "stroke=\"#22242a\" stroke-width=\"3\" stroke-dasharray=\"2.2 2.1\"");
            svg.circle(x + 7, y + 7, 4.5, WHITE + Svg.THIN);
            svg.circle(x + 7, y + 7, 1.5, Svg.THIN);
        }
    }

    private void gateway(FlowNode node, Rectangle2D box) {
        svg.path(box.getX(), box.getY(), "M25 0L50 25L25 50L0 25Z", WHITE + Svg.NORMAL);
        if (node instanceof EventBasedGateway) {
            svg.circle(box.getCenterX(), box.getCenterY(), 13, Svg.THIN);
            svg.circle(box.getCenterX(), box.getCenterY(), 10, Svg.THIN);
            svg.path(box.getCenterX(), box.getCenterY(), "M0-7L6.7-2.2L4.1 5.7L-4.1 5.7L-6.7-2.2Z", Svg.THIN);
        } else {
            svg.path(box.getCenterX(), box.getCenterY(), "M-7-8L7 8M7-8L-7 8", Svg.THICK);
        }
    }

    private void event(Event event, Rectangle2D box) {
        var x = box.getCenterX();
        var y = box.getCenterY();
        var waits = event instanceof StartEvent start && !start.isInterrupting();
        svg.circle(x, y, 18, WHITE + (event instanceof EndEvent ? Svg.THICK : Svg.NORMAL) + (waits ? Svg.DASHED : ""));
        if (!(event instanceof StartEvent) && !(event instanceof EndEvent)) {
            svg.circle(x, y, 14.5, Svg.THIN);
        }
        var throwing = event instanceof EndEvent || event instanceof IntermediateThrowEvent;
        var style = throwing ? Svg.FILLED : WHITE + Svg.THIN;
        if (!event.getChildElementsByType(MessageEventDefinition.class).isEmpty()) {
            svg.path(x, y, "M-9-6.5h18v13h-18zL0 1L9-6.5", style);
        } else if (!event.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
            svg.circle(x, y, 10.5, WHITE + Svg.THIN);
            svg.path(x, y, "M0 0L4-6M0 0L5 1M0-10.5v3M0 10.5v-3M-10.5 0h3M10.5 0h-3", Svg.THIN);
        } else if (!event.getChildElementsByType(EscalationEventDefinition.class)
                .isEmpty()) {
            svg.path(x, y, "M0-9L7 8L0 1L-7 8Z", event instanceof BoundaryEvent ? WHITE + Svg.THIN : style);
        }
    }
}
