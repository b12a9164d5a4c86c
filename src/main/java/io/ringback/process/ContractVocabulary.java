package io.ringback.process;

import io.ringback.design.KindOfModel;
import io.ringback.design.Vocabulary;
import io.ringback.list.Lists;
import io.ringback.process.check.Deployable;
import io.ringback.process.contract.DecisionContract;
import io.ringback.process.contract.DecisionInput;
import io.ringback.process.contract.Effect;
import io.ringback.process.contract.InterplayStep;
import io.ringback.process.contract.ProcessContract;
import io.ringback.process.contract.ServerStage;
import io.ringback.process.contract.SharedVariable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be drawn and deployed, as the contract says it. */
@Component
class ContractVocabulary implements Vocabulary {

    private static final List<ProcessContract> CONTRACTS =
            List.of(ProcessContract.CALLBACK_CASE, ProcessContract.AGENT_RECEPTION);

    private final JdbcModelVersions deployed;
    private final Lists lists;

    ContractVocabulary(JdbcModelVersions deployed, Lists lists) {
        this.deployed = deployed;
        this.lists = lists;
    }

    @Override
    public List<Step> steps() {
        return CONTRACTS.stream()
                .flatMap(contract -> contract.interplay().delegates().entrySet().stream()
                        .map(step -> step(contract.processId(), step.getKey(), step.getValue())))
                .sorted(Comparator.comparing(Step::name))
                .toList();
    }

    private static Step step(String process, String name, InterplayStep step) {
        return new Step(
                name,
                process,
                step.aside(),
                stages(step),
                sorted(step.reads().stream()),
                sets(step),
                step.fields().stream()
                        .map(field -> new Field(field.name(), field.most()))
                        .toList());
    }

    @Override
    public List<Message> messages() {
        return CONTRACTS.stream()
                .flatMap(contract -> Stream.concat(
                        Stream.of(new Message(contract.startMessage(), contract.processId(), true, List.of())),
                        contract.messages().stream().sorted().map(name -> message(contract, name))))
                .toList();
    }

    private static Message message(ProcessContract contract, String name) {
        var step = contract.interplay().messages().get(name);
        return new Message(name, contract.processId(), false, step == null || step.aside() ? List.of() : stages(step));
    }

    @Override
    public List<Variable> variables() {
        return Stream.concat(shared(), attributes()).toList();
    }

    /** Those of requests, which have no words but their own. */
    private Stream<Variable> attributes() {
        return lists.processAttributes().stream()
                .sorted()
                .map(name -> new Variable(name, "ATTRIBUTE", null, false, false, List.of()));
    }

    private static Stream<Variable> shared() {
        return SharedVariable.all().values().stream()
                .sorted(Comparator.comparing(SharedVariable::name))
                .map(variable -> new Variable(
                        variable.name(),
                        variable.kind().name(),
                        SharedVariable.valuesOf(variable.name()).isEmpty()
                                ? null
                                : SharedVariable.valuesOf(variable.name()),
                        variable.isPassing(),
                        variable.isSetByModels(),
                        setBy(variable.name())));
    }

    private static List<String> setBy(String variable) {
        return sorted(CONTRACTS.stream()
                .map(ProcessContract::interplay)
                .flatMap(interplay -> Stream.concat(
                        interplay.delegates().entrySet().stream(), interplay.messages().entrySet().stream()))
                .filter(step -> sets(step.getValue()).contains(variable))
                .map(Map.Entry::getKey));
    }

    @Override
    public List<Input> inputs() {
        var attributes = lists.processAttributes();
        return DecisionContract.ALL.stream()
                .map(contract -> contract.reading(attributes))
                .flatMap(contract -> contract.inputs().stream().map(input -> input(contract.decisionId(), input)))
                .toList();
    }

    private static Input input(String decision, DecisionInput given) {
        return new Input(decision, given.name(), given.kind().types().get(0), given.values());
    }

    @Override
    public List<String> elements() {
        return Deployable.elements();
    }

    @Override
    public List<String> fields() {
        return Deployable.formFields();
    }

    @Override
    public List<String> deployed(KindOfModel kind) {
        return deployed.keys(kind);
    }

    @Override
    public Map<String, Integer> limits() {
        return Map.of(
                "xmlBytes", Deployable.MAX_XML_BYTES,
                "formBytes", Deployable.MAX_FORM_BYTES);
    }

    private static List<String> stages(InterplayStep step) {
        return step.aside()
                ? List.of()
                : step.effects().stream()
                        .map(Effect::from)
                        .distinct()
                        .sorted()
                        .map(ServerStage::name)
                        .toList();
    }

    private static List<String> sets(InterplayStep step) {
        return sorted(step.effects().stream().flatMap(effect -> effect.sets().stream()));
    }

    private static List<String> sorted(Stream<String> names) {
        return List.copyOf(new TreeSet<>(names.toList()));
    }
}
