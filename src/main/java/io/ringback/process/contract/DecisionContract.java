package io.ringback.process.contract;

import io.ringback.callback.Source;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the server asks a decision and how it reads the answer: however the decision is rewritten, it must answer each of
 * these questions.
 *
 * @param inputs all that it is given, in order
 * @param asked how many of these, the first ones, are told of wherever a question is
 */
public record DecisionContract(String decisionId, List<DecisionInput> inputs, int asked) {

    private static final int MOST_ATTEMPTS = 9_999;
    private static final List<String> IN_VAIN = List.of("BUSY", "NO_ANSWER", "OTHER");

    /** When a callback that was not resolved is offered again. */
    public static final DecisionContract RETRY_POLICY =
            new DecisionContract(SharedNames.RETRY_POLICY, retryInputs(), 3);

    /** How urgent a request is. */
    public static final DecisionContract CALLBACK_PRIORITY =
            new DecisionContract(SharedNames.CALLBACK_PRIORITY, priorityInputs(), 0);

    public static final List<DecisionContract> ALL = List.of(RETRY_POLICY, CALLBACK_PRIORITY);

    private static List<DecisionInput> retryInputs() {
        var inputs = new ArrayList<DecisionInput>();
        inputs.add(DecisionInput.oneOf(SharedNames.CALL_STATUS, IN_VAIN).knowing("ANSWERED"));
        inputs.add(DecisionInput.number(SharedNames.ATTEMPTS, 1, MOST_ATTEMPTS));
        inputs.add(DecisionInput.truth(SharedNames.LAST_ATTEMPT));
        inputs.addAll(ofRequest());
        Stream.concat(SharedNames.STATUSES.stream(), Stream.of(SharedNames.LAST_STATUS))
                .forEach(name -> inputs.add(
                        DecisionInput.oneOf(name, IN_VAIN).knowing("ANSWERED").optional()));
        Stream.of(SharedNames.BUSY_ATTEMPTS, SharedNames.NO_ANSWER_ATTEMPTS, SharedNames.OTHER_ATTEMPTS)
                .forEach(name -> inputs.add(DecisionInput.number(name, 0, MOST_ATTEMPTS)));
        return List.copyOf(inputs);
    }

    private static List<DecisionInput> priorityInputs() {
        var inputs = new ArrayList<>(ofRequest());
        inputs.add(DecisionInput.truth(SharedNames.LATER));
        return List.copyOf(inputs);
    }

    private static List<DecisionInput> ofRequest() {
        return List.of(
                DecisionInput.text(SharedNames.LIST_ID),
                DecisionInput.oneOf(SharedNames.SOURCE, Source.values()),
                DecisionInput.oneOf(SharedNames.WEEKDAY, DayOfWeek.values()),
                DecisionInput.number(SharedNames.HOUR, 0, 23));
    }

    /** The same, which is given these attributes of the request, too. */
    public DecisionContract reading(Collection<String> attributes) {
        var all = new ArrayList<>(inputs);
        new TreeSet<>(attributes)
                .forEach(name -> all.add(DecisionInput.text(name).optional()));
        return new DecisionContract(decisionId, List.copyOf(all), asked);
    }

    public Optional<DecisionInput> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }

    /** Whether the server gives it by itself, so that no process has to set it. */
    public boolean gives(String variable) {
        return inputs.stream().skip(asked).anyMatch(input -> input.name().equals(variable));
    }

    /** The names of all inputs, in order. */
    public List<String> names() {
        return inputs.stream().map(DecisionInput::name).toList();
    }
}
