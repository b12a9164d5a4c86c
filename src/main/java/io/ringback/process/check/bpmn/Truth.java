package io.ringback.process.check.bpmn;

/** What is known of a condition before anything runs. */
public enum Truth {
    YES,
    NO,
    MAYBE;

    static Truth of(boolean value) {
        return value ? YES : NO;
    }

    Truth not() {
        return this == MAYBE ? MAYBE : of(this == NO);
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : MAYBE;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }
}
