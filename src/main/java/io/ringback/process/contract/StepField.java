package io.ringback.process.contract;

import io.ringback.callback.ProcessEvent;

/**
 * What a step is told beside the variables, as an input of the task or event that calls it, or as a field.
 *
 * @param constant whether it must be written out; else it may also be the value of one variable
 * @param most how many characters it may have
 */
public record StepField(String name, boolean constant, int most) {

    /** Whether it can be what is written out, which is not too long. */
    public boolean allows(String text) {
        return !constant || ProcessEvent.Notified.TYPE.matcher(text).matches();
    }
}
