package io.ringback.process.contract;

import java.util.Set;

/**
 * What the server relies on in a process, however it is redrawn. docs/processes/contract.md says the same for designers.
 *
 * @param startMessage name of the message whose start event begins an instance
 * @param messages names of the messages that some event of the process must catch
 * @param interplay how the two play together
 */
public record ProcessContract(String processId, String startMessage, Set<String> messages, Interplay interplay) {

    public static final ProcessContract CALLBACK_CASE = new ProcessContract(
            "callbackCase",
            "message_callbackRequested",
            Set.of(
                    "message_callbackAllocated",
                    "message_callStarted",
                    "message_callEnded",
                    "message_released",
                    "message_relatedReceived",
                    "message_cancelRequested"),
            CaseInterplay.interplay());

    public static final ProcessContract AGENT_RECEPTION = new ProcessContract(
            "agentReception",
            "message_receivingSwitchedOn",
            Set.of("message_callbackAvailable", "message_callbackClosed", "message_stopReceiving"),
            ReceptionInterplay.interplay());

    /** The delegates that some step must call, whatever else the process does. */
    public Set<String> steps() {
        return processId.equals(SharedNames.CALLBACK_CASE)
                ? Set.of("linkRelatedDelegate", "markOverdueDelegate", "offerCallbackDelegate")
                : Set.of();
    }

    /** The variable for the timer that ends a wait in this stage. */
    public static String timersOf(ServerStage stage) {
        return switch (stage) {
            case BEFORE_CALL -> SharedNames.AUTO_STOP_AT;
            case IN_CALL -> SharedNames.CALL_ENDS_BY;
            case AFTER_CALL -> SharedNames.CLOSES_AT;
            default -> SharedNames.EXPIRES_AT;
        };
    }
}
