package io.ringback.process.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.rule.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessCheckTest {

    private final ProcessCheck check = ShippedModels.processCheck();

    static List<Path> shippedFiles() {
        return ShippedModels.all();
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void findsNothingInShippedFiles(Path file) throws Exception {
        var content = Files.readAllBytes(file);

        var findings = check.check(file.getFileName().toString(), content);

        assertThat(findings).isEmpty();
    }

    @Test
    void refusesUnknownKindsOfFile() {
        assertThat(check.check("tool.groovy", new byte[0]))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("unknown kind");
    }

    @Test
    void refusesFilesThatAreNotXml() {
        assertThat(check.check("model.bpmn", "no xml".getBytes(UTF_8)))
                .extracting(Finding::elementId)
                .containsExactly("model.bpmn");
    }

    @Test
    void refusesDocumentTypes() {
        var model = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + process("");

        assertRefused(model, "model.bpmn", "DOCTYPE");
    }

    @Test
    void refusesDeepNesting() {
        var model = process("<bpmn:subProcess id='a'>".repeat(5000) + "</bpmn:subProcess>".repeat(5000));

        assertRefused(model, "model.bpmn", "not readable");
    }

    @Test
    void overlooksSchemasThatNobodyLoads() {
        var model = process("<bpmn:task id='node' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xsi:schemaLocation='a http://localhost/a.xsd'/>");

        assertThat(findings(model)).isEmpty();
    }

    @Test
    void refusesModelsLargerThanOneMebibyte() {
        var model = process("<!--" + " ".repeat(1024 * 1024) + "-->");

        assertRefused(model, "model.bpmn", "1 MiB");
    }

    @Test
    void refusesRootsThatAreNotBpmn() {
        assertRefused("<definitions id='d'><process/></definitions>", "d", "bpmn:definitions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scriptTask",
                "sendTask",
                "adHocSubProcess",
                "transaction",
                "dataInputAssociation",
                "multiInstanceLoopCharacteristics",
                "signalEventDefinition",
                "conditionalEventDefinition"
            })
    void refusesElementsOutsideTheAllowList(String element) {
        var model = process("<bpmn:" + element + " id='node'/>");

        assertRefused(model, "node", "bpmn:" + element + " is not allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "<camunda:in source='listId' target='listId'/>,reads listId; source and attributes by itself",
        "<camunda:formData/>,name a form by camunda:formRef",
    })
    void saysHowItIsDrawnOtherwise(String extension, String way) {
        var model = process(
                "<bpmn:task id='node'><bpmn:extensionElements>" + extension + "</bpmn:extensionElements></bpmn:task>");

        assertRefused(model, "node", way.replace(';', ','));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class='java.lang.Runtime'",
                "expression='#{allocationDelegate}'",
                "type='mail'",
                "type='shell'",
                "type='external'",
                "resource='deployment://a.groovy'",
                "topic='x'",
                "formKey='embedded:app:a.html'"
            })
    void refusesAttributesThatRunOrLoadCode(String attribute) {
        var model = process("<bpmn:serviceTask id='node' camunda:" + attribute + "/>");

        assertRefused(model, "node", "camunda:" + attribute.substring(0, attribute.indexOf('=')) + " is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:connector/>",
                "<camunda:field name='command' stringValue='ls'/>",
                "<camunda:formData/>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy'>1"
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:executionListener class='a.B' event='start'/>",
                "<camunda:executionListener expression='#{a}' event='start'/>",
                "<camunda:taskListener event='create'><camunda:script>1</camunda:script></camunda:taskListener>",
                "<camunda:taskListener delegateExpression='#{runtimeService}' event='create'/>",
                "<zeebe:taskDefinition xmlns:zeebe='http://camunda.org/schema/zeebe/1.0' type='a'/>",
                "<x:class xmlns:x='http://activiti.org/bpmn'/>"
            })
    void refusesExtensionsThatRunCode(String extension) {
        var model = process("<bpmn:userTask id='node'><bpmn:extensionElements>" + extension
                + "</bpmn:extensionElements></bpmn:userTask>");

        assertThat(findings(model)).isNotEmpty().extracting(Finding::elementId).containsOnly("node");
    }

    @Test
    void refusesExtensionsOfOtherNamespacesOnAttributes() {
        var model = process("<bpmn:serviceTask id='node' xmlns:a='http://activiti.org/bpmn' a:class='a.B'/>");

        assertRefused(model, "node", "a:class is not allowed");
    }

    @Test
    void allowsListenersThatNameAKnownDelegate() {
        var model =
                process("<bpmn:startEvent id='start'/><bpmn:sequenceFlow id='flow' sourceRef='start' targetRef='node'/>"
                        + "<bpmn:userTask id='node'><bpmn:extensionElements>"
                        + "<camunda:executionListener delegateExpression='#{allocationDelegate}' event='start'/>"
                        + "</bpmn:extensionElements></bpmn:userTask>");

        assertThat(findings(model)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allocationDelegate",
                "#{runtimeService}",
                "#{allocationDelegate.execute(execution)}",
                "#{allocationDelegate}#{allocationDelegate}"
            })
    void refusesDelegatesOffTheList(String expression) {
        var model = process("<bpmn:serviceTask id='node' camunda:delegateExpression='" + expression + "'/>");

        assertRefused(model, "node", "is unknown: use #{name}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:userTask id='node' camunda:assignee='#{a.b}'/>",
                "<bpmn:userTask id='node' name='#{a()}'/>",
                "<bpmn:userTask id='node'><bpmn:documentation>${a[0]}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:sequenceFlow id='node'><bpmn:conditionExpression>true</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:sequenceFlow id='node'><bpmn:conditionExpression>#{''.class}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                "<bpmn:startEvent id='node'><bpmn:timerEventDefinition><bpmn:timeDate>#{now()}</bpmn:timeDate>"
                        + "</bpmn:timerEventDefinition></bpmn:startEvent>"
            })
    void refusesExpressionsOfOtherShapes(String element) {
        assertRefused(process(element), "node", "name one variable, or compare one with a literal");
    }

    @Test
    void refusesConditionsInOtherLanguages() {
        var model = process("<bpmn:sequenceFlow id='node'><bpmn:conditionExpression language='groovy'>#{a}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>");

        assertRefused(model, "node", "attribute language is not allowed");
    }

    @Test
    void refusesRepeatingTimers() {
        var model = process("<bpmn:startEvent id='node'><bpmn:timerEventDefinition>"
                + "<bpmn:timeCycle>R/PT1M</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>");

        assertRefused(model, "node", "use timeDate or timeDuration");
    }

    @Test
    void refusesProcessesWithoutTimeToLive() {
        var model = process("").replace("camunda:historyTimeToLive='P30D'", "");

        assertRefused(model, "model", "historyTimeToLive");
    }

    @Test
    void refusesCallbackCaseWithoutItsMessages() {
        var model = process("").replace("id='model'", "id='callbackCase'");

        assertThat(findings(model))
                .extracting(Finding::message)
                .hasSize(7)
                .anyMatch(message -> message.startsWith("no start event for message_callbackRequested"))
                .anyMatch(message -> message.startsWith("nothing waits for message_released"));
    }

    @Test
    void refusesAgentReceptionWhoseStopMessageWasRenamed() {
        var model = new String(ShippedModels.content(Path.of("processes/agentReception.bpmn")), UTF_8)
                .replace("name=\"message_stopReceiving\"", "name=\"stop\"");

        assertRefused(model, "agentReception", "nothing waits for message_stopReceiving");
    }

    private void assertRefused(String model, String elementId, String message) {
        assertThat(findings(model)).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo(elementId);
            assertThat(finding.message()).contains(message);
        });
    }

    private List<Finding> findings(String model) {
        return check.check("model.bpmn", model.getBytes(UTF_8));
    }

    private static String process(String content) {
        return """
                <bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='definitions' targetNamespace='test'>
                  <bpmn:process id='model' isExecutable='true' camunda:historyTimeToLive='P30D'>%s</bpmn:process>
                </bpmn:definitions>""".formatted(content);
    }
}
