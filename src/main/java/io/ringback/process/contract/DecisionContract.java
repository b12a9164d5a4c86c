package io.ringback.process.contract;

import java.util.List;
import java.util.Map;

/**
 * What the server asks a decision and how it reads the answer: however the decision is rewritten, it must answer each of
 * these questions.
 *
 * @param texts the inputs that are texts, with all that they can be when the decision is asked
 * @param number the input that counts from 1
 * @param flags the inputs that are true or false
 * @param neverAsked texts that are known, though nobody asks for them
 */
public record DecisionContract(
        String decisionId,
        Map<String, List<String>> texts,
        String number,
        List<String> flags,
        List<String> neverAsked) {

    public static final DecisionContract RETRY_POLICY = new DecisionContract(
            SharedNames.RETRY_POLICY,
            Map.of(SharedNames.CALL_STATUS, List.of("BUSY", "NO_ANSWER", "OTHER")),
            SharedNames.ATTEMPTS,
            List.of(SharedNames.LAST_ATTEMPT),
            List.of("ANSWERED"));

    public boolean knows(String variable) {
        return texts.containsKey(variable) || number.equals(variable) || flags.contains(variable);
    }

    /** The names of all inputs, in order. */
    public List<String> inputs() {
        return java.util.stream.Stream.of(texts.keySet().stream(), java.util.stream.Stream.of(number), flags.stream())
                .flatMap(names -> names)
                .toList();
    }

    /** Which kinds of value ({@code typeRef}) the input may be declared as. */
    public List<String> kindsOf(String variable) {
        return texts.containsKey(variable)
                ? List.of("string")
                : number.equals(variable) ? List.of("integer", "long", "double", "number") : List.of("boolean");
    }
}
