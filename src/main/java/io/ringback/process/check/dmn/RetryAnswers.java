package io.ringback.process.check.dmn;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.SharedNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When a callback is offered again, and whether it is. */
final class RetryAnswers extends Answers {

    RetryAnswers(Findings findings) {
        super(findings);
    }

    @Override
    Map<String, List<String>> required() {
        var outputs = new LinkedHashMap<String, List<String>>();
        outputs.put(SharedNames.RETRY_AFTER, List.of("string"));
        outputs.put(SharedNames.GIVE_UP, List.of("boolean"));
        return outputs;
    }

    @Override
    void check(Decision decision, Decision.Row rule, Map<String, Object> values) {
        var giveUp = values.get(SharedNames.GIVE_UP);
        if (!(giveUp instanceof Boolean)) {
            var element = entry(decision, rule, SharedNames.GIVE_UP);
            findings.report(
                    element,
                    Rule.DECISION_OUTPUT,
                    "giveUp must be true or false, not %s".formatted(DecisionReader.text(element)));
        }
        var complaint = complaint(values.get(SharedNames.RETRY_AFTER), Boolean.TRUE.equals(giveUp));
        if (complaint != null) {
            complain(decision, rule, SharedNames.RETRY_AFTER, complaint, "\"PT15M\"");
        }
    }

    /** The attempts that a list allows are kept by the answer alone. */
    @Override
    void checkFirst(
            Decision decision,
            Decision.Row rule,
            Map<String, Object> values,
            Map<String, Object> question,
            String said) {
        if (Boolean.TRUE.equals(question.get(SharedNames.LAST_ATTEMPT))
                && Boolean.FALSE.equals(values.get(SharedNames.GIVE_UP))) {
            findings.once(
                    decision.whole(),
                    Rule.ATTEMPT_LIMIT,
                    "rule %s goes on after the last attempt that the list allows, for instance with %s: give up where %s is true"
                            .formatted(SafeXml.nearestId(rule.element(), "?"), said, SharedNames.LAST_ATTEMPT));
        }
    }
}
