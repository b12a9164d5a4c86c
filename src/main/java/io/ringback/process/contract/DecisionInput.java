package io.ringback.process.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a decision is given by the server.
 *
 * @param values what a text can be when the decision is asked; empty if that may be anything, or if it is no text
 * @param known texts that are known, though nobody asks for them
 * @param isOptional whether it may be missing, which is null
 * @param least of a number
 * @param most of a number
 */
public record DecisionInput(
        String name, Kind kind, List<String> values, List<String> known, boolean isOptional, int least, int most) {

    public enum Kind {
        /** One of a few. */
        ONE_OF(List.of("string")),
        TEXT(List.of("string")),
        NUMBER(List.of("integer", "long", "double", "number")),
        TRUTH(List.of("boolean"));

        private final List<String> types;

        Kind(List<String> types) {
            this.types = types;
        }

        /** Which kinds of value ({@code typeRef}) it may be declared as. */
        public List<String> types() {
            return types;
        }
    }

    static DecisionInput oneOf(String name, List<String> values) {
        return new DecisionInput(name, Kind.ONE_OF, values, List.of(), false, 0, 0);
    }

    static DecisionInput oneOf(String name, Enum<?>[] values) {
        return oneOf(name, Stream.of(values).map(Enum::name).toList());
    }

    static DecisionInput text(String name) {
        return new DecisionInput(name, Kind.TEXT, List.of(), List.of(), false, 0, 0);
    }

    static DecisionInput number(String name, int least, int most) {
        return new DecisionInput(name, Kind.NUMBER, List.of(), List.of(), false, least, most);
    }

    static DecisionInput truth(String name) {
        return new DecisionInput(name, Kind.TRUTH, List.of(), List.of(), false, 0, 0);
    }

    DecisionInput optional() {
        return new DecisionInput(name, kind, values, known, true, least, most);
    }

    DecisionInput knowing(String... texts) {
        return new DecisionInput(name, kind, values, List.of(texts), isOptional, least, most);
    }
}
