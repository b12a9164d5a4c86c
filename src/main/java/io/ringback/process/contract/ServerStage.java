package io.ringback.process.contract;

/** How far a case or a reception is, as the server sees it while a path through its process is walked. */
public enum ServerStage {
    /** The request has come in, and no step has registered it. */
    REQUESTED("the request is not registered"),
    /** A further request of a caller whose main callback has not been told of it. */
    MERGED("the main callback is not told of it"),
    /** Open, and nobody's. */
    IN_LINE("it is open"),
    /** Open, nobody's, and not offered: only in processes that wait before they offer it. */
    HELD_BACK("it is open and not offered yet"),
    BEFORE_CALL("an agent has it in hand"),
    IN_CALL("an agent is in a call for it"),
    AFTER_CALL("an agent has called and not saved"),
    SAVED("an outcome is saved, and the callback neither closed nor scheduled"),
    CLOSED_UNTOLD("it is closed, and the agent's reception is not told"),
    SCHEDULED_UNTOLD("it is scheduled, and the agent's reception is not told"),
    CANCEL_IN_LINE("it is to be cancelled and is not closed"),
    CANCEL_IN_HAND("it is to be cancelled and is not closed"),
    /** Closed, and whoever had it knows. */
    CLOSED("it is closed"),
    /** A reception that must look for a callback. */
    READY("the agent is ready, and no callback is looked for"),
    IDLE("the agent waits for a callback"),
    BUSY("the agent has a callback"),
    STOPPING("the agent stops, and the callback in hand is not released"),
    STOPPED("the agent has stopped"),
    /** A path beside the one that carries the case. */
    ASIDE("this path runs beside the case");

    private final String words;

    ServerStage(String words) {
        this.words = words;
    }

    /** What is true now, for a sentence. */
    public String words() {
        return words;
    }

    public boolean isInHand() {
        return this == BEFORE_CALL || this == IN_CALL || this == AFTER_CALL;
    }
}
