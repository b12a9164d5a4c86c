package io.ringback.design;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be drawn and deployed, in the caller's language. */
@RestController
class VocabularyController {

    private final Vocabulary vocabulary;
    private final MessageSource messages;

    VocabularyController(Vocabulary vocabulary, MessageSource messages) {
        this.vocabulary = vocabulary;
        this.messages = messages;
    }

    @GetMapping("/api/v1/processes/vocabulary")
    View all(Locale locale) {
        return new View(
                vocabulary.steps().stream().map(step -> step(step, locale)).toList(),
                vocabulary.messages().stream()
                        .map(message -> message(message, locale))
                        .toList(),
                vocabulary.variables().stream()
                        .map(variable -> variable(variable, locale))
                        .toList(),
                vocabulary.inputs().stream().map(input -> input(input, locale)).toList(),
                vocabulary.elements(),
                vocabulary.fields(),
                Map.of(
                        "processes", vocabulary.deployed(KindOfModel.PROCESS),
                        "decisions", vocabulary.deployed(KindOfModel.DECISION),
                        "forms", vocabulary.deployed(KindOfModel.FORM)),
                vocabulary.limits());
    }

    private StepView step(Vocabulary.Step step, Locale locale) {
        return new StepView(
                step.name(),
                words("drafts.delegate." + step.name(), locale),
                words("drafts.delegate.text." + step.name(), locale),
                step.process(),
                step.anywhere(),
                stages(step.stages(), locale),
                step.reads(),
                step.sets(),
                step.fields().stream()
                        .map(field -> new FieldView(
                                field.name(), words("drafts.field." + field.name(), locale), field.longest()))
                        .toList());
    }

    private MessageView message(Vocabulary.Message message, Locale locale) {
        return new MessageView(
                message.name(),
                words("drafts.message." + message.name(), locale),
                message.process(),
                message.starts(),
                stages(message.stages(), locale));
    }

    private VariableView variable(Vocabulary.Variable variable, Locale locale) {
        return new VariableView(
                variable.name(),
                words("drafts.variable." + variable.name(), locale),
                variable.kind(),
                variable.values(),
                variable.passing(),
                variable.setByModels(),
                variable.setBy());
    }

    private InputView input(Vocabulary.Input input, Locale locale) {
        var label = words("drafts.variable." + input.name(), locale);
        return new InputView(input.decision(), input.name(), label, input.type(), input.values());
    }

    private List<StageView> stages(List<String> names, Locale locale) {
        return names.stream()
                .map(name -> new StageView(name, words("drafts.stage." + name, locale)))
                .toList();
    }

    /** The name itself, where a text is not written yet; a test finds that. */
    private String words(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key.substring(key.lastIndexOf('.') + 1), locale));
    }

    /** @param deployed ids of models that others can name */
    record View(
            List<StepView> delegates,
            List<MessageView> messages,
            List<VariableView> variables,
            List<InputView> decisionInputs,
            List<String> elements,
            List<String> formFields,
            Map<String, List<String>> deployed,
            Map<String, Integer> limits) {}

    record StepView(
            String name,
            String label,
            String description,
            String process,
            boolean anywhere,
            List<StageView> stages,
            List<String> reads,
            List<String> sets,
            List<FieldView> fields) {}

    record FieldView(String name, String label, int longest) {}

    record MessageView(String name, String label, String process, boolean starts, List<StageView> stages) {}

    record VariableView(
            String name,
            String label,
            String kind,
            @Nullable List<String> values,
            boolean passing,
            boolean setByModels,
            List<String> setBy) {}

    record InputView(String decision, String name, String label, String type, List<String> values) {}

    record StageView(String name, String label) {}
}
