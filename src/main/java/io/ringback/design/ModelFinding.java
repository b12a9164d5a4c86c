package io.ringback.design;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One thing that the check has found in a file.
 *
 * @param file the name of the file it is in
 * @param elementId the element to look at, or the file's name if no element is to blame
 * @param rule the code of the rule it is found by; docs/processes/contract.md explains each
 * @param message what is wrong and what to do about it
 */
public record ModelFinding(Severity severity, String file, String elementId, String rule, String message) {

    /** Whether the file may be deployed all the same. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @JsonIgnore
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
