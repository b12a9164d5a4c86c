package io.ringback.form;

import java.util.Optional;
import java.util.function.Predicate;

/** What an answer must keep to. */
interface ValueRule {

    /** What is expected instead, to follow the field's name; empty when the answer is fine. */
    Optional<String> complaint(Object answer);

    /** A rule that demands {@code expected}. */
    static ValueRule that(Predicate<Object> holds, String expected) {
        return answer -> holds.test(answer) ? Optional.empty() : Optional.of(expected);
    }
}
