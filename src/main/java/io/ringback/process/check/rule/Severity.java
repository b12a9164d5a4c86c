package io.ringback.process.check.rule;

/** Whether a file with the finding may be deployed all the same. */
public enum Severity {
    ERROR,
    WARNING
}
