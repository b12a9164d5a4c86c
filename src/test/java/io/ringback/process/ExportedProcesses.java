package io.ringback.process;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.shipped;

import io.ringback.process.check.EditedModel;
import java.util.stream.Stream;

/** Processes that say the same as the shipped ones, as the tools of designers write them. */
public final class ExportedProcesses {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private ExportedProcesses() {}

    public static Stream<WorkedModel> all() {
        return Stream.of(
                WorkedModel.of("labels in another language", labelled()),
                WorkedModel.of("moved shapes, no waypoints where they were", moved()),
                WorkedModel.of("no drawing at all", callbackCase().edited(EditedModel::withoutDrawing)),
                WorkedModel.of(
                        "the namespace operaton", operaton(callbackCase()), operaton(shipped("agentReception.bpmn"))),
                WorkedModel.of("BPMN as the namespace without a prefix", unprefixed()),
                WorkedModel.of("Signavio", signavio()),
                WorkedModel.of("colours of bpmn.io", coloured()),
                WorkedModel.of("element templates", templates()),
                WorkedModel.of("annotations, groups, data and their drawing", annotated()),
                WorkedModel.of("a pool with lanes, beside another pool", pools()),
                WorkedModel.of("a schema named, a byte order mark, lines of Windows", windows()));
    }

    private static EditedModel labelled() {
        return callbackCase()
                .set("task_callCustomer", "name", "Soita asiakkaalle \u2013 nyt! \uD83D\uDCDE")
                .set("gateway_resolved", "name", "Klart?")
                .set("callbackCase", "name", "Takaisinsoitto ".repeat(15).strip())
                .set("definitions_callbackCase", "exporter", "Camunda Modeler")
                .set("definitions_callbackCase", "exporterVersion", "5.40.0")
                .prepend("task_decideRetry", "<bpmn:documentation>Milloin seuraavaksi? &lt;b&gt;</bpmn:documentation>");
    }

    private static EditedModel moved() {
        return callbackCase()
                .withAll("<dc:Bounds x=\"(\\d+)", "<dc:Bounds x=\"-1$1.5")
                .withAll("<di:waypoint x=\"(\\d+)\" y=\"(\\d+)\" />", "<di:waypoint x=\"$2\" y=\"$1\"/>");
    }

    private static EditedModel operaton(EditedModel model) {
        return model.with("xmlns:camunda=\"" + CAMUNDA, "xmlns:operaton=\"http://operaton.org/schema/1.0/bpmn")
                .with("camunda:", "operaton:");
    }

    private static EditedModel unprefixed() {
        return callbackCase()
                .with("xmlns:bpmn=", "xmlns=")
                .with("<bpmn:", "<")
                .with("</bpmn:", "</")
                .withAll("xsi:type=\"bpmn:tFormalExpression\"", "xsi:type=\"tFormalExpression\"");
    }

    private static EditedModel signavio() {
        var meta = "<bpmn:extensionElements><s:signavioMetaData metaKey='bgcolor' metaValue='#ffffcc'/>"
                + "<s:signavioLabel align='center' ref='text_name'/></bpmn:extensionElements>";
        var data = "<bpmn:ioSpecification><bpmn:dataInput id='sid-in'/><bpmn:inputSet><bpmn:dataInputRefs>sid-in"
                + "</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet/></bpmn:ioSpecification>";
        return callbackCase()
                .with("xmlns:camunda=", "xmlns:s=\"http://www.signavio.com\" xmlns:camunda=")
                .set("definitions_callbackCase", "exporter", "Signavio Process Editor, http://www.signavio.com")
                .prepend("task_offerCallback", meta)
                .prepend("gateway_related", meta)
                .prepend("subprocess_handleCallback", meta)
                .prepend("flow_back", meta)
                .append("task_talkToCustomer", data)
                .set("flow_back", "isImmediate", "true")
                .set("task_callCustomer", "s:origin", "bpmn")
                .set("plane_callbackCase", "s:zoom", "1.0");
    }

    private static EditedModel coloured() {
        return callbackCase()
                .with(
                        "xmlns:camunda=",
                        "xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\""
                                + " xmlns:color=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" xmlns:camunda=")
                .set("task_callCustomer_di", "bioc:stroke", "#205022")
                .set("task_callCustomer_di", "bioc:fill", "#c8e6c9")
                .set("task_callCustomer_di", "color:background-color", "#c8e6c9")
                .set("flow_back_di", "color:border-color", "#205022")
                .set("diagram_callbackCase", "name", "Callback case, page 1")
                .set("plane_callbackCase", "name", "plane");
    }

    private static EditedModel templates() {
        return callbackCase()
                .set("task_decideRetry", "camunda:modelerTemplate", "io.ringback.Decide")
                .set("task_decideRetry", "camunda:modelerTemplateVersion", "3")
                .set("task_decideRetry", "camunda:modelerTemplateIcon", "data:image/svg+xml,%3Csvg%3E")
                .prepend(
                        "task_offerCallback",
                        "<bpmn:extensionElements><camunda:properties><camunda:property name='team' value='voice'/>"
                                + "</camunda:properties></bpmn:extensionElements>")
                .set("definitions_callbackCase", "camunda:diagramRelationId", "5f0b6d4e-8b6b-4c3a-a9e2-000000000001")
                .edited(root -> root.setAttribute("modeler:executionPlatformVersion", "7.23.0"));
    }

    private static EditedModel annotated() {
        return callbackCase()
                .append("callbackCase", """
                        <bpmn:dataObjectReference id="data_note" name="Note" dataObjectRef="object_note"/>
                        <bpmn:dataObject id="object_note"/>
                        <bpmn:dataStoreReference id="store_crm" name="CRM"/>
                        <bpmn:textAnnotation id="remark"><bpmn:text>ask #{them} first</bpmn:text></bpmn:textAnnotation>
                        <bpmn:association id="link_remark" associationDirection="None" sourceRef="task_decideRetry"
                            targetRef="remark"/>
                        <bpmn:group id="group_retry" categoryValueRef="value_retry"/>""".replace("#{them}", "them"))
                .edited(root -> EditedModel.insert(root, EditedModel.byId(root, "diagram_callbackCase"), """
                        <bpmn:category id="category_retry"><bpmn:categoryValue id="value_retry" value="Retry"/>
                        </bpmn:category>"""))
                .append("task_recordOutcome", """
                        <bpmn:property id="property_note" name="__targetRef_placeholder"/>
                        <bpmn:dataInputAssociation id="reads_note"><bpmn:sourceRef>data_note</bpmn:sourceRef>
                        <bpmn:targetRef>property_note</bpmn:targetRef></bpmn:dataInputAssociation>
                        <bpmn:dataOutputAssociation id="writes_crm"><bpmn:targetRef>store_crm</bpmn:targetRef>
                        </bpmn:dataOutputAssociation>""")
                .append(
                        "plane_callbackCase",
                        shape("data_note")
                                + shape("store_crm")
                                + shape("remark")
                                + shape("group_retry")
                                + edge("link_remark")
                                + edge("reads_note")
                                + edge("writes_crm"));
    }

    private static EditedModel pools() {
        return callbackCase()
                .edited(root -> EditedModel.insert(root, EditedModel.byId(root, "callbackCase"), """
                        <bpmn:collaboration id="talk"><bpmn:participant id="pool_case" name="Case" processRef="callbackCase"/>
                        <bpmn:participant id="pool_pbx" name="PBX"/>
                        <bpmn:messageFlow id="rings" sourceRef="pool_pbx" targetRef="start_callbackRequested"/>
                        </bpmn:collaboration>"""))
                .prepend("callbackCase", """
                        <bpmn:laneSet id="lanes"><bpmn:lane id="lane_line" name="In line">
                        <bpmn:flowNodeRef>task_registerCallback</bpmn:flowNodeRef></bpmn:lane>
                        <bpmn:lane id="lane_hand" name="In hand"><bpmn:flowNodeRef>subprocess_handleCallback</bpmn:flowNodeRef>
                        </bpmn:lane></bpmn:laneSet>""")
                .set("plane_callbackCase", "bpmnElement", "talk")
                .append(
                        "plane_callbackCase",
                        shape("pool_case")
                                + shape("pool_pbx")
                                + shape("lane_line")
                                + shape("lane_hand")
                                + edge("rings"))
                .edited(root -> EditedModel.byId(root, "pool_case_di").setAttribute("isHorizontal", "true"))
                .edited(root -> EditedModel.moveToFront(root, "callbackCase", "documentation"));
    }

    private static EditedModel windows() {
        var model = callbackCase()
                .with(
                        "id=\"definitions_callbackCase\"",
                        "id=\"definitions_callbackCase\" xsi:schemaLocation="
                                + "\"http://www.omg.org/spec/BPMN/20100524/MODEL http://127.0.0.1:1/BPMN20.xsd\"")
                .with(
                        "#{callStatus == 'ANSWERED'}",
                        "<![CDATA[ #{callStatus == 'ANSWERED'} ]]>"
                                .replace(" #", "#")
                                .replace("} ", "}"));
        return new EditedModel(model.file(), "\uFEFF" + model.content().replace("\n", "\r\n"));
    }

    static String shape(String element) {
        return "<bpmndi:BPMNShape id='%1$s_di' bpmnElement='%1$s'><dc:Bounds x='1' y='2' width='30' height='40'/></bpmndi:BPMNShape>"
                .formatted(element);
    }

    static String edge(String element) {
        return "<bpmndi:BPMNEdge id='%1$s_di' bpmnElement='%1$s'><di:waypoint x='1' y='2'/><di:waypoint x='3' y='4'/></bpmndi:BPMNEdge>"
                .formatted(element);
    }
}
