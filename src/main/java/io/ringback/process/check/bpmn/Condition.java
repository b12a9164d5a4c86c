package io.ringback.process.check.bpmn;

import java.util.Map;
import java.util.stream.Stream;

/** The condition of a flow, or another expression of a model, taken apart. */
public sealed interface Condition {

    /** @param facts the values of those variables of which the value is known */
    Truth given(Map<String, String> facts);

    /** Everything in it that reads a variable. */
    Stream<Read> reads();

    /** The smallest parts: each reads one variable. */
    sealed interface Read extends Condition {

        String variable();

        @Override
        default Stream<Read> reads() {
            return Stream.of(this);
        }
    }

    /** A variable that is true or false by itself. */
    record Bare(String variable) implements Read {

        @Override
        public Truth given(Map<String, String> facts) {
            var value = facts.get(variable);
            return value == null ? Truth.MAYBE : Truth.of(value.equals("true"));
        }
    }

    record Empty(String variable) implements Read {

        @Override
        public Truth given(Map<String, String> facts) {
            return facts.containsKey(variable) ? Truth.NO : Truth.MAYBE;
        }
    }

    /**
     * A variable beside a literal.
     *
     * @param operator one of {@code == != < > <= >=}, as if the variable stood on the left
     */
    record Compared(String variable, String operator, Literal literal) implements Read {

        /** Whether it asks for less or more rather than for the same. */
        public boolean isOrder() {
            return !operator.equals("==") && !operator.equals("!=");
        }

        @Override
        public Truth given(Map<String, String> facts) {
            var value = facts.get(variable);
            if (value == null || isOrder()) {
                return Truth.MAYBE;
            }
            return Truth.of(value.equals(literal.value()) == operator.equals("=="));
        }
    }

    record Not(Condition condition) implements Condition {

        @Override
        public Truth given(Map<String, String> facts) {
            return condition.given(facts).not();
        }

        @Override
        public Stream<Read> reads() {
            return condition.reads();
        }
    }

    record And(Condition left, Condition right) implements Condition {

        @Override
        public Truth given(Map<String, String> facts) {
            return left.given(facts).and(right.given(facts));
        }

        @Override
        public Stream<Read> reads() {
            return Stream.concat(left.reads(), right.reads());
        }
    }

    record Or(Condition left, Condition right) implements Condition {

        @Override
        public Truth given(Map<String, String> facts) {
            return left.given(facts).or(right.given(facts));
        }

        @Override
        public Stream<Read> reads() {
            return Stream.concat(left.reads(), right.reads());
        }
    }

    /** A value written in a condition. */
    record Literal(Kind kind, String value) {

        public enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN,
            NULL
        }
    }
}
