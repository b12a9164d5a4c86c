package io.ringback.process.check.flow;

import org.w3c.dom.Element;

/**
 * An arrow from one node to the next, as BPMN calls it.
 *
 * @param condition the text of its condition; empty if it has none
 * @param isDefault whether its source names it as default
 */
record SequenceFlow(String id, Element element, FlowNode from, FlowNode to, String condition, boolean isDefault) {

    boolean hasCondition() {
        return !condition.isEmpty();
    }

    @Override
    public String toString() {
        return id;
    }
}
