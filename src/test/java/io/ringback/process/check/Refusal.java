package io.ringback.process.check;

import io.ringback.process.check.rule.Rule;
import java.util.List;

/**
 * Models that must be refused.
 *
 * @param element the element that the finding must name
 * @param rule the rule that must find it
 */
record Refusal(String name, List<EditedModel> models, String element, Rule rule) {

    static Refusal of(String name, EditedModel model, String element, Rule rule) {
        return new Refusal(name, List.of(model), element, rule);
    }

    @Override
    public String toString() {
        return name;
    }
}
