package io.ringback.reception;

/** The process instance of a reception is gone or elsewhere. */
public class ReceptionNotAnswering extends RuntimeException {

    private final String agentId;

    public ReceptionNotAnswering(String agentId, String expected, Throwable cause) {
        super(
                "agent %s: expected the reception's process to %s, but it does not answer".formatted(agentId, expected),
                cause);
        this.agentId = agentId;
    }

    public String agentId() {
        return agentId;
    }
}
