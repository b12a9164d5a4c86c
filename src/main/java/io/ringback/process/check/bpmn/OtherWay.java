package io.ringback.process.check.bpmn;

import java.util.Map;

/** How what is refused is drawn otherwise, by the local name of the element or attribute. */
final class OtherWay {

    private static final String FORM =
            "name a form by camunda:formRef with camunda:formRefBinding=\"latest\", and send its file along";
    private static final String MAPPING =
            "remove it; what is called reads listId, source and attributes by itself, and gives nothing back";
    private static final String LOOP =
            "draw each task, one behind another or between parallel gateways, or a loop with a wait in it";
    private static final String MESSAGE = "use a message event, or a gateway with a condition";

    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("multiInstanceLoopCharacteristics", LOOP),
            Map.entry("standardLoopCharacteristics", LOOP),
            Map.entry("scriptTask", "use a gateway, a decision, or a service task with a delegate"),
            Map.entry("sendTask", "give it a delegate, such as #{notifyDelegate}"),
            Map.entry("signalEventDefinition", MESSAGE),
            Map.entry("conditionalEventDefinition", MESSAGE),
            Map.entry("linkEventDefinition", "draw a sequence flow"),
            Map.entry("compensateEventDefinition", "draw the steps behind a gateway"),
            Map.entry("transaction", "use a subprocess"),
            Map.entry("adHocSubProcess", "use a subprocess"),
            Map.entry("complexGateway", "use an inclusive gateway"),
            Map.entry("formData", FORM),
            Map.entry("formProperty", FORM),
            Map.entry("formField", "draw it in the form"),
            Map.entry("in", MAPPING),
            Map.entry("out", MAPPING));

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "formKey",
            FORM,
            "class",
            "name a delegate by camunda:delegateExpression",
            "expression",
            "name a delegate by camunda:delegateExpression",
            "topic",
            "name a delegate by camunda:delegateExpression, such as #{notifyDelegate}",
            "calledElementTenantId",
            "remove it");

    private OtherWay() {}

    static String ofElement(String name, String usual) {
        return ELEMENTS.getOrDefault(name, usual);
    }

    static String ofAttribute(String name) {
        return ATTRIBUTES.getOrDefault(name, "remove it");
    }
}
