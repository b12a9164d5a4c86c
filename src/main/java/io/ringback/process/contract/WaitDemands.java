package io.ringback.process.contract;

import java.util.Set;

/**
 * What must be so while a process waits in a stage.
 *
 * @param refusal why it must not wait at all; empty if it may
 * @param ending messages that must be caught and end the wait
 * @param beside messages that must be caught without ending the wait
 * @param expected a message that must be caught and end the wait, as a timer must at last; empty for none
 * @param isCallTask whether it must wait in a task of the call, which a timer ends at last
 */
public record WaitDemands(String refusal, Set<String> ending, Set<String> beside, String expected, boolean isCallTask) {

    static WaitDemands refused(String why) {
        return new WaitDemands(why, Set.of(), Set.of(), "", false);
    }

    static WaitDemands with(Set<String> ending, Set<String> beside) {
        return new WaitDemands("", ending, beside, "", false);
    }

    WaitDemands inCallTask() {
        return new WaitDemands(refusal, ending, beside, expected, true);
    }

    WaitDemands expecting(String message) {
        return new WaitDemands(refusal, ending, beside, message, isCallTask);
    }

    public boolean isRefused() {
        return !refusal.isEmpty();
    }
}
