package io.ringback.process.check.rule;

/**
 * One thing that was found in a process, decision or form file.
 *
 * @param file name of the file it is in
 * @param elementId the element to look at, or the file's name if no element is to blame
 * @param rule the rule it is found by; docs/processes/contract.md explains each
 * @param severity whether it keeps the file from being deployed
 * @param message what is wrong and what to do about it, for a process designer
 */
public record Finding(String file, String elementId, Rule rule, Severity severity, String message) {

    /** What keeps the file from being deployed. */
    public static Finding error(String file, String elementId, Rule rule, String message) {
        return new Finding(file, elementId, rule, Severity.ERROR, message);
    }

    /** What does not keep it from that. */
    public static Finding warning(String file, String elementId, Rule rule, String message) {
        return new Finding(file, elementId, rule, Severity.WARNING, message);
    }
}
