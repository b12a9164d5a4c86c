package io.ringback.process.contract;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /**
     * What the server relies on in this process: the contract of its id; or, whatever its id is, that of the callback case
     * if it begins with the message by which callbacks do. Lists choose between those.
     *
     * @param starts the messages of its start events
     */
    public static Optional<ProcessContract> of(
            String processId, Collection<String> starts, List<ProcessContract> contracts) {
        return contracts.stream()
                .filter(contract -> contract.processId.equals(processId))
                .findFirst()
                .or(() -> contracts.stream()
                        .filter(contract -> contract.isForMany() && starts.contains(contract.startMessage))
                        .findFirst()
                        .map(contract -> contract.under(processId)));
    }

    /** How the two play together in a process that waits before it offers the callback; empty where none may. */
    public Optional<Interplay> heldBack() {
        return isForMany() ? Optional.of(HeldBackInterplay.of(interplay)) : Optional.empty();
    }

    /** Whether any number of processes may be drawn to it. */
    public boolean isForMany() {
        return startMessage.equals(SharedNames.CALLBACK_REQUESTED);
    }

    /** Whether it begins by this message, in a file or as the engine knows it. */
    public boolean isStart(String message) {
        return message.equals(startMessage) || message.equals(engineStart(processId, startMessage));
    }

    /** The same of another process. */
    public ProcessContract under(String otherId) {
        return new ProcessContract(otherId, startMessage, messages, interplay);
    }

    /**
     * The name by which the engine knows the start message of a process. It takes each name for one process only, so that
     * of all but the shipped one has the id of the process behind it; files are not concerned with that.
     */
    public static String engineStart(String processId, String startMessage) {
        return startMessage.equals(SharedNames.CALLBACK_REQUESTED) && !processId.equals(SharedNames.CALLBACK_CASE)
                ? startMessage + "." + processId
                : startMessage;
    }

    /** The delegates that some step must call, whatever else the process does. */
    public Set<String> steps() {
        return isForMany() ? Set.of("linkRelatedDelegate", "markOverdueDelegate", "offerCallbackDelegate") : Set.of();
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
