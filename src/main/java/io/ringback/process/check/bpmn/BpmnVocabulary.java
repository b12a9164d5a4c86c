package io.ringback.process.check.bpmn;

import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The parts of BPMN and of the engine's extensions that a model may use. */
public class BpmnVocabulary {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Drawing only: positions and colours, of which the engine runs nothing. */
    public static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    /** Notes of the modeller to itself. */
    static final Set<String> MODELLER_NOTES = Set.of(
            "http://camunda.org/schema/modeler/1.0",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.w3.org/XML/1998/namespace");

    public static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "subProcess",
            "collaboration",
            "participant",
            "messageFlow",
            "laneSet",
            "lane",
            "childLaneSet",
            "flowNodeRef",
            "documentation",
            "extensionElements",
            "potentialOwner",
            "humanPerformer",
            "resourceAssignmentExpression",
            "formalExpression",
            "task",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "receiveTask",
            "manualTask",
            "callActivity",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "messageEventDefinition",
            "timerEventDefinition",
            "escalationEventDefinition",
            "errorEventDefinition",
            "terminateEventDefinition",
            "timeDate",
            "timeDuration",
            "message",
            "escalation",
            "error",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue",
            "dataObject",
            "dataObjectReference");

    static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "targetNamespace",
            "exporter",
            "exporterVersion",
            "expressionLanguage",
            "typeLanguage",
            "isExecutable",
            "isClosed",
            "processType",
            "processRef",
            "sourceRef",
            "targetRef",
            "default",
            "gatewayDirection",
            "eventGatewayType",
            "instantiate",
            "triggeredByEvent",
            "attachedToRef",
            "cancelActivity",
            "isInterrupting",
            "parallelMultiple",
            "messageRef",
            "escalationRef",
            "escalationCode",
            "errorRef",
            "errorCode",
            "implementation",
            "isForCompensation",
            "startQuantity",
            "completionQuantity",
            "textFormat",
            "associationDirection",
            "categoryValueRef",
            "value",
            "dataObjectRef",
            "isCollection",
            "calledElement");

    static final Set<String> CAMUNDA_ELEMENTS = Set.of(
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "properties",
            "property",
            "executionListener",
            "failedJobRetryTimeCycle");

    static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "historyTimeToLive",
            "candidateStarterGroups",
            "candidateStarterUsers",
            "taskPriority",
            "versionTag",
            "isStartableInTasklist",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "priority",
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "dueDate",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "calledElementBinding",
            "mapDecisionResult",
            "resultVariable",
            "escalationCodeVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "initiator");

    /** Of which the engine evaluates the names and descriptions; it only shows those of all others. */
    private static final Set<String> EVALUATED = Set.of("userTask", "message", "signal", "escalation", "error");

    private BpmnVocabulary() {}

    /** Whether the engine never runs the process: a pool that shows people what others do. */
    public static boolean isDrawnOnly(Element process) {
        return process.getAttribute("isExecutable").equals("false");
    }

    /** Whether the text of the element is a remark, in which nothing is evaluated. */
    public static boolean isRemark(Element element) {
        return isBpmn(element)
                && (element.getLocalName().equals("text")
                        || element.getLocalName().equals("documentation")
                                && element.getParentNode() instanceof Element described
                                && !EVALUATED.contains(described.getLocalName()));
    }

    /** Whether the attribute is a label, in which nothing is evaluated. */
    public static boolean isLabel(Element element, Attr attribute) {
        return isBpmn(element) && attribute.getNodeName().equals("name") && !EVALUATED.contains(element.getLocalName());
    }

    private static boolean isBpmn(Element element) {
        return BPMN.equals(element.getNamespaceURI());
    }

    /** Whether attributes of the namespace say something to people and modellers only. */
    static boolean isNote(String namespace) {
        return MODELLER_NOTES.contains(namespace) || DRAWING.contains(namespace);
    }
}
