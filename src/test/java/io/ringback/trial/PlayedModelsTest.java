package io.ringback.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.EditedModel;
import io.ringback.process.check.PlayedCheck;
import io.ringback.process.check.rule.Finding;
import io.ringback.support.RingbackTest;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the check finds by playing, where the rules have found nothing. */
@RingbackTest
class PlayedModelsTest {

    @Autowired
    private PlayedCheck games;

    @Autowired
    private TrialEngine engine;

    @Test
    void findsNothingInTheShippedModels() {
        assertThat(games.play(files(EditedModel.callbackCase(), EditedModel.retryPolicy())))
                .isEmpty();
    }

    @Test
    void scratch() {
        for (var model : List.of(
                EditedModel.retryPolicy().with("\"PT15M\"", "\"PT\" + string(attempts - 3) + \"M\""),
                EditedModel.retryPolicy().with("\"PT15M\"", "if attempts > 2 then \"soon\" else \"PT15M\""),
                EditedModel.retryPolicy().with("\"PT15M\"", "\"later\""),
                EditedModel.callbackCase()
                        .with(
                                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">#{expiresAt}</bpmn:timeDate>",
                                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">#{dueAt}</bpmn:timeDate>"),
                EditedModel.callbackCase()
                        .with(
                                "camunda:delegateExpression=\"#{offerCallbackDelegate}\">",
                                "camunda:delegateExpression=\"#{offerCallbackDelegate}\"><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"reminder\">soon</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>"))) {
            System.out.println("STATIC " + engine.refusals(files(model)));
            System.out.println("PLAYED " + games.play(files(model)));
        }
    }

    private static TreeMap<String, byte[]> files(EditedModel... models) {
        var files = new TreeMap<String, byte[]>();
        Arrays.stream(models).forEach(model -> files.put(model.file(), model.bytes()));
        return files;
    }

    private List<Finding> unused() {
        return List.of();
    }
}
