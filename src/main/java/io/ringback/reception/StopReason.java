package io.ringback.reception;

/** Why a reception ended. */
public enum StopReason {
    /** The agent switched receiving off. */
    AGENT,
    /** The agent did not call within the time the list allows. */
    NO_CALL_MADE,
    /** The agent left the case open after the call for longer than the list allows. */
    WINDOW_LEFT_OPEN,
    /** The agent went to Do not disturb. */
    DO_NOT_DISTURB,
    /** The agent went off work. */
    OFFWORK,
    /** A supervisor stopped it, or an administrator has ended the sessions or changed the roles of the agent. */
    SUPERVISOR,
    /** Nothing was heard of the agent's desk for longer than the grace time. */
    CONNECTION_LOST,
    /** The process of the reception was lost; the agent can simply switch on again. */
    SYSTEM;

    /** Whether the agent has wanted it, and needs no warning of it. */
    public boolean isOwnDoing() {
        return this == AGENT || this == DO_NOT_DISTURB || this == OFFWORK;
    }
}
