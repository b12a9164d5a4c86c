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
                reminder("<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">#{remindAfter}</bpmn:timeDuration>", "soon"),
                reminder("<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">#{remindAfter}</bpmn:timeDuration>", "#{callable}"),
                reminder("<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">#{remindAfter}</bpmn:timeDuration>", "#{eligibleAt}"),
                EditedModel.callbackCase()
                        .with("sourceRef=\"timer_expired\" targetRef=\"gateway_toExpire\"", "sourceRef=\"timer_expired\" targetRef=\"gateway_toOffer\"")
                        .with("<bpmn:incoming>flow_expiredWaiting</bpmn:incoming>", "")
                        .with("<bpmn:incoming>flow_eligible</bpmn:incoming>","<bpmn:incoming>flow_eligible</bpmn:incoming><bpmn:incoming>flow_expiredWaiting</bpmn:incoming>")
                        .with(
                                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">#{expiresAt}</bpmn:timeDate>",
                                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT5M</bpmn:timeDuration>"))) {
            System.out.println("STATIC " + engine.refusals(files(model)));
            System.out.println("PLAYED " + games.play(files(model)));
        }
    }

    private static TreeMap<String, byte[]> files(EditedModel... models) {
        var files = new TreeMap<String, byte[]>();
        Arrays.stream(models).forEach(model -> files.put(model.file(), model.bytes()));
        return files;
    }

    private static EditedModel reminder(String timer, String output) {
        return EditedModel.callbackCase()
                .with(
                        "</bpmn:documentation>\n      <bpmn:incoming>flow_toOffer</bpmn:incoming>",
                        "</bpmn:documentation><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"remindAfter\">"
                                + output
                                + "</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>flow_toOffer</bpmn:incoming>")
                .with(
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">#{expiresAt}</bpmn:timeDate>",
                        timer);
    }
}
