package io.ringback.process;

/** Whether a file with the finding may be deployed all the same. */
enum Severity {
    ERROR,
    WARNING
}
