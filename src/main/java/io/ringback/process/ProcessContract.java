package io.ringback.process;

import java.util.Set;

/**
 * What the server relies on in a process, however it is redrawn. docs/processes/contract.md says the same for designers.
 *
 * @param startMessage name of the message whose start event begins an instance
 * @param messages names of the messages that some event of the process must catch
 * @param script how the two play together
 */
record ProcessContract(String processId, String startMessage, Set<String> messages, Script script) {

    static final ProcessContract CALLBACK_CASE = new ProcessContract(
            "callbackCase",
            "message_callbackRequested",
            Set.of(
                    "message_callbackAllocated",
                    "message_callStarted",
                    "message_callEnded",
                    "message_released",
                    "message_relatedReceived",
                    "message_cancelRequested"),
            CaseScript.script());

    static final ProcessContract AGENT_RECEPTION = new ProcessContract(
            "agentReception",
            "message_receivingSwitchedOn",
            Set.of("message_callbackAvailable", "message_callbackClosed", "message_stopReceiving"),
            ReceptionScript.script());

    /** The delegates that some step must call, whatever else the process does. */
    Set<String> steps() {
        return processId.equals(Names.CALLBACK_CASE)
                ? Set.of("linkRelatedDelegate", "markOverdueDelegate", "offerCallbackDelegate")
                : Set.of();
    }

    /** The variable for the timer that ends a wait in this stage. */
    static String timersOf(Stage stage) {
        return switch (stage) {
            case BEFORE_CALL -> Names.AUTO_STOP_AT;
            case IN_CALL -> Names.CALL_ENDS_BY;
            case AFTER_CALL -> Names.CLOSES_AT;
            default -> Names.EXPIRES_AT;
        };
    }
}
