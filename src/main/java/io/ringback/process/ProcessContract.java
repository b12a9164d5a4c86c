package io.ringback.process;

import java.util.Set;

/**
 * The messages the server sends to a process: however it is redrawn, it must still start by and wait for them.
 *
 * @param startMessage name of the message whose start event begins an instance
 * @param messages names of the messages that some event of the process must catch
 */
record ProcessContract(String processId, String startMessage, Set<String> messages) {

    static final ProcessContract CALLBACK_CASE = new ProcessContract(
            "callbackCase",
            "message_callbackRequested",
            Set.of(
                    "message_callbackAllocated",
                    "message_callStarted",
                    "message_callEnded",
                    "message_released",
                    "message_relatedReceived",
                    "message_cancelRequested"));

    static final ProcessContract AGENT_RECEPTION = new ProcessContract(
            "agentReception",
            "message_receivingSwitchedOn",
            Set.of("message_callbackAvailable", "message_callbackClosed", "message_stopReceiving"));
}
