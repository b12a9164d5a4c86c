package io.ringback.process.contract;

/**
 * What a step is told beside the variables, as an input of the task or event that calls it, or as a field.
 *
 * @param constant whether it must be written out; else it may also be the value of one variable
 * @param most how many characters it may have
 */
public record StepField(String name, boolean constant, int most) {}
