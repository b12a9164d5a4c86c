package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.ShippedModels;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.dmn.engine.DmnDecisionRuleResult;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.engine.variable.Variables;

class RetryPolicyTest {

    @ParameterizedTest
    @CsvSource({"BUSY,PT5M", "NO_ANSWER,PT15M", "OTHER,PT1H", "UNHEARD_OF,PT1H"})
    void offersAgainAfterTheDelayOfTheCallStatus(String callStatus, String retryAfter) {
        var result = decide(callStatus, false);

        assertThat(result).containsEntry("retryAfter", retryAfter).containsEntry("giveUp", false);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        var result = decide("BUSY", true);

        assertThat(result).containsEntry("giveUp", true);
    }

    private static DmnDecisionRuleResult decide(String callStatus, boolean lastAttempt) {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var file = new ByteArrayInputStream(ShippedModels.content(Path.of("processes/retryPolicy.dmn")));
        var variables = Variables.createVariables()
                .putValue("callStatus", callStatus)
                .putValue("attempts", 1)
                .putValue("lastAttempt", lastAttempt);
        return engine.evaluateDecisionTable(engine.parseDecision("retryPolicy", file), variables)
                .getSingleResult();
    }
}
