package io.ringback.process;

/**
 * One reason why a process, decision or form file is refused.
 *
 * @param elementId the element to look at, or the resource's name if no element is to blame
 * @param message what is wrong and what to do about it, for a process designer
 */
record Finding(String elementId, String message) {}
